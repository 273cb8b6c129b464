"""A sound like speech for a microphone that does not exist: beeps would flatter a codec that saves on silence."""

import math
import random
import wave
from array import array
from pathlib import Path

RATE = 48_000
SECONDS = 10


def voice_file(folder: Path) -> Path:
    """Syllables of a voiced sound, four or five a second, a pause after each phrase; the same every time."""
    draw, sound = random.Random(24), array("h")
    while len(sound) < SECONDS * RATE:
        for _ in range(draw.randint(4, 9)):
            pitch, length = draw.uniform(110, 190), int(RATE * draw.uniform(0.14, 0.26))
            colour = [draw.uniform(0.1, 1) / n for n in range(1, 12)]
            period = int(RATE / pitch)
            cycle = [
                sum(c * math.sin(2 * math.pi * (n + 1) * i / period) for n, c in enumerate(colour))
                for i in range(period)
            ]
            for i in range(length):
                swell = math.sin(math.pi * i / length)
                sound.append(int(6000 * swell * (cycle[i % period] + draw.gauss(0, 0.05))))
        sound.extend([0] * int(RATE * draw.uniform(0.2, 0.5)))
    path = folder / "voice.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(sound.tobytes())
    return path
