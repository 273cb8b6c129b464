"""The facility's seal on a finished paper: a PAdES signature by a key in a file or in a token."""

from telemed.records.signing.pades import Pkcs11, Pkcs12
from telemed.records.signing.seal import Sealed, Sealer, SealFault

__all__ = ["Pkcs11", "Pkcs12", "SealFault", "Sealed", "Sealer"]
