"""Frames to and from the wire: what came is parsed whole or refused with its faults; what goes out is encoded once."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from telemed.infra.problems import FieldError, Invalid
from telemed.kernel.errors import DomainError, Kind
from telemed.signaling.frames import CLIENT, AnyClientFrame, FrameProblem, ProblemFrame, Reliable, ServerFrame


class BadFrame(Invalid):
    """This is not a frame of telemed.v1."""

    code = "socket.bad_frame"

    def __init__(self, errors: list[FieldError], ref: int | None) -> None:
        super().__init__(errors)
        self.ref = ref


class Failed(DomainError):
    """The server failed; the frame may be sent again."""

    kind, code = Kind.BUSY, "internal"


class _Ref(BaseModel):
    id: int | None = None


def read(raw: bytes) -> AnyClientFrame:
    """A frame as it came.

    Raises:
        BadFrame: with every fault by JSON pointer, and the frame's `id` if that much could be read.
    """
    try:
        return CLIENT.validate_json(raw, strict=True)
    except ValidationError as error:
        faults = [_fault(f) for f in error.errors(include_url=False, include_input=False, include_context=False)]
    try:
        ref = _Ref.model_validate_json(raw).id
    except ValidationError:
        ref = None
    raise BadFrame(faults, ref)


def encode(frame: Reliable) -> bytes:
    """A reliable frame but for its number, which differs from link to link: made once, however many hear it."""
    return frame.model_dump_json().encode().removeprefix(b'{"s":0,')


def encode_loose(frame: ServerFrame) -> bytes:
    """A frame without a number."""
    return frame.model_dump_json().encode()


def problem(error: DomainError, ref: int | None) -> ProblemFrame:
    """What went wrong, without anything that was sent."""
    faults = [FieldError(pointer=error.pointer, code=error.code, message=error.title)] if error.pointer else []
    if isinstance(error, Invalid):
        faults = error.errors
    told = FrameProblem(
        type=f"/problems/{error.code}", title=error.title, code=error.code, params=error.params, errors=faults
    )
    return ProblemFrame(ref=ref, problem=told)


def _fault(fault: ErrorDetails) -> FieldError:
    """pydantic's own message can quote what was sent, so ours is made from its code alone."""
    code = fault["type"]
    return FieldError(
        pointer="".join(_pointer(code, fault["loc"])), code=code, message=code.replace("_", " ").capitalize()
    )


def _pointer(code: str, loc: tuple[Any, ...]) -> Iterator[str]:
    if code.startswith("union_tag"):
        yield "/type"
    known = loc[1:-1] if code == "extra_forbidden" else loc[1:]  # the first part is the frame's type; a name may be
    yield from (f"/{part}" for part in known)  # anything a stranger typed, so a fault of it points to its parent
