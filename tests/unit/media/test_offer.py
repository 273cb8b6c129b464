"""Which offers a line test looks at, before any parser does."""

import pytest

from telemed.media.model import MAX_CANDIDATES, MAX_OFFER, BadOffer, require_offer

AUDIO = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendrecv\r\n"
VIDEO = "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=sendrecv\r\n"
DATA = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n"
CANDIDATE = "a=candidate:1 1 udp 1 127.0.0.1 9 typ host\r\n"


@pytest.mark.parametrize(
    "offer", [AUDIO, VIDEO, DATA, AUDIO + VIDEO, VIDEO + AUDIO + DATA, AUDIO + CANDIDATE * MAX_CANDIDATES]
)
def test_voice_picture_and_data_are_taken_in_any_order(offer: str) -> None:
    require_offer("v=0\r\n" + offer)


@pytest.mark.parametrize(
    "offer",
    [
        "",
        "hello",
        AUDIO + AUDIO,
        AUDIO + VIDEO + VIDEO,
        AUDIO + DATA + DATA,
        AUDIO + DATA.replace("application", "text"),
        AUDIO.replace("sendrecv", "sendonly"),
        VIDEO.replace("sendrecv", "recvonly"),
        AUDIO + VIDEO.replace("sendrecv", "inactive"),
        AUDIO + CANDIDATE * (MAX_CANDIDATES + 1),
        AUDIO + "a=x\r\n" * (MAX_OFFER // 5),
        AUDIO + "ế" * (MAX_OFFER // 3),
    ],
)
def test_anything_else_is_refused_by_name_and_never_quoted(offer: str) -> None:
    with pytest.raises(BadOffer) as refused:
        require_offer(offer)

    assert refused.value.code == "line_test.bad_offer"
    assert refused.value.pointer == "/body/sdp"
    assert all(isinstance(value, int) for value in refused.value.params.values())
