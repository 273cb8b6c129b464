"""Files as people and devices make them, small and true; and pictures of noise, which no packing makes smaller."""

import io
import random
import wave
import zlib

import av
import numpy as np
import pydicom
from PIL import Image, ImageCms, PngImagePlugin
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import UID, CTImageStorage, DeflatedExplicitVRLittleEndian, ExplicitVRLittleEndian, generate_uid

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def jpeg(seed: int = 1, edge: int = 400, *, place: bool = False, colours: bytes = b"") -> bytes:
    """Noise; with `place` it says where it was taken, with `colours` what is meant by them."""
    picture = Image.frombytes("RGB", (edge, edge), random.Random(seed).randbytes(edge * edge * 3))
    exif = Image.Exif()
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (22.0, 23.0, 0.0), 3: "E", 4: (103.0, 28.0, 0.0)})
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95, icc_profile=colours, **({"exif": exif} if place else {}))
    return out.getvalue()


def png(words: str = "") -> bytes:
    """White; with `words` in a remark."""
    out, remarks = io.BytesIO(), PngImagePlugin.PngInfo()
    if words:
        remarks.add_text("Comment", words)
    Image.new("RGB", (64, 48), "white").save(out, "PNG", pnginfo=remarks)
    return out.getvalue()


def pdf(pages: int = 2, edge: int = 400) -> bytes:
    out = io.BytesIO()
    sheets = [Image.new("RGB", (edge, edge * 3 // 2), (255 - 20 * n, 255, 255)) for n in range(pages)]
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def dicom(frames: int = 1, *, deflated: bool = False, edge: int = 64, **tags: str | int) -> bytes:
    """A CT: rows of values that grow from 0 to 4 × edge across, in millimetres 0.5 across and 0.7 down."""
    syntax = DeflatedExplicitVRLittleEndian if deflated else ExplicitVRLittleEndian
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = CTImageStorage, generate_uid()
    meta.TransferSyntaxUID = syntax
    file = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    file.SOPClassUID, file.SOPInstanceUID = CTImageStorage, meta.MediaStorageSOPInstanceUID
    file.PatientName, file.PatientBirthDate, file.PatientSex = "GIANG^THI SUA DEMO", "19900214", "F"
    file.Modality, file.SpecificCharacterSet = "CT", "ISO_IR 192"
    file.Rows = file.Columns = edge
    file.NumberOfFrames = frames
    file.SamplesPerPixel, file.PhotometricInterpretation = 1, "MONOCHROME2"
    file.BitsAllocated, file.BitsStored, file.HighBit, file.PixelRepresentation = 16, 16, 15, 0
    file.PixelSpacing = [0.7, 0.5]
    file.WindowCenter, file.WindowWidth = 128, 256
    row = b"".join((4 * n).to_bytes(2, "little") for n in range(edge))
    file.PixelData = row * edge * frames
    for name, text in tags.items():
        setattr(file, name, text)
    out = io.BytesIO()
    file.save_as(out, enforce_file_format=True)
    return out.getvalue()


def dicom_packed_as(syntax: str) -> bytes:
    """A film of one frame in a compression by its UID; what is in the frame is not looked at where nobody can."""
    file = pydicom.dcmread(io.BytesIO(dicom()))
    file.file_meta.TransferSyntaxUID = UID(syntax)
    file.PixelData = encapsulate([bytes(range(200))])
    file["PixelData"].VR = "OB"
    file["PixelData"].is_undefined_length = True
    out = io.BytesIO()
    file.save_as(out, enforce_file_format=True)
    return out.getvalue()


def video(seconds: int = 2) -> bytes:
    """MPEG-4, ten pictures a second; it says where it was taken."""
    out = io.BytesIO()
    with av.open(out, "w", format="mp4", options={"movflags": "use_metadata_tags"}) as film:
        film.metadata["location"] = "+22.3833+103.4667/"
        stream = film.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
        for n in range(10 * seconds):
            grey = np.full((120, 160, 3), n % 250, np.uint8)
            film.mux(stream.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        film.mux(stream.encode(None))
    return out.getvalue()


def sound(seconds: int = 1) -> bytes:
    """WAVE, 8 kHz."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(2 * 8000 * seconds))
    return out.getvalue()


def pdf_of(page: bytes) -> bytes:
    """A document of one page of 200 × 200 points with this content stream, deflated."""
    packed = zlib.compress(page, 9)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    body = b"%PDF-1.7\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return body + b"trailer<</Root 1 0 R>>\n%%EOF"


def jpeg_bomb(edge: int = 20_000) -> bytes:
    """Some kilobytes that say they are a photograph of 400 megapixels: a head made larger than its picture."""
    content = bytearray(jpeg(edge=16))
    at = content.index(b"\xff\xc0") + 5  # start of frame: length, precision, then height and width
    content[at : at + 4] = edge.to_bytes(2, "big") * 2
    return bytes(content)


def png_bomb(edge: int = 20_000) -> bytes:
    """A few hundred kilobytes that say they are a picture of 400 megapixels."""

    def part(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")

    head = edge.to_bytes(4, "big") * 2 + b"\x01\0\0\0\0"
    rows = zlib.compress(bytes((edge // 8 + 1) * edge), 9)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")
