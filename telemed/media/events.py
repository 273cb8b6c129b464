"""Facts about lines, in the past tense."""

from dataclasses import dataclass
from typing import ClassVar

from telemed.infra.events import Event
from telemed.kernel.ids import FacilityId
from telemed.media.model_probe import LineProbeId


@dataclass(frozen=True, slots=True)
class LineProbed(Event):
    """A test of a facility's line was kept."""

    kind: ClassVar[str] = "line_probed"
    probe: LineProbeId
    facility: FacilityId
