"""What a worker is known by: a token and a certificate of its own, made at the first start and kept."""

from __future__ import annotations

import os
import secrets
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from .pairing import fingerprint_of

CERTIFICATE: Final = "certificate.pem"
KEY: Final = "key.pem"
TOKEN: Final = "token"  # noqa: S105  the name of a file
_TOKEN_BYTES: Final = 32
_LASTS: Final = timedelta(days=25 * 365)
"""It is pinned, not renewed: a change of it must be somebody's doing."""
_BEFORE: Final = timedelta(days=2)
"""A machine whose clock is behind takes it, too."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate's fingerprint, and what a service needs to show it."""

    fingerprint: bytes
    tls: ssl.SSLContext

    @classmethod
    def read(cls, chain: Path, key: Path) -> Certificate:
        """Read a certificate and its key, both PEM. Raises OSError (those of TLS too) or ValueError."""
        certificate = x509.load_pem_x509_certificate(chain.read_bytes())
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(chain, key)
        return cls(fingerprint_of(certificate.public_bytes(serialization.Encoding.DER)), context)


def keep_token(folder: Path) -> str:
    """Return the token of a folder; make it where there is none. Raises OSError."""
    file = folder / TOKEN
    try:
        if token := file.read_text(encoding="ascii").strip():
            file.chmod(0o600)
            return token
    except FileNotFoundError:
        pass
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    _write(file, token.encode() + b"\n")
    return token


def keep_certificate(folder: Path) -> Certificate:
    """Return the certificate of a folder; make it where there is none. Raises OSError or ValueError."""
    chain, key = folder / CERTIFICATE, folder / KEY
    if not chain.exists():
        _make(chain, key)
    return Certificate.read(chain, key)


def _make(chain: Path, key: Path) -> None:
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "MyCamera worker")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + _LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(private, hashes.SHA256())
    )
    _write(
        key,
        private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ),
    )
    _write(chain, certificate.public_bytes(serialization.Encoding.PEM))  # last: where it is, its key is, too


def _write(file: Path, content: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all: half a secret would be another one."""
    draft = file.with_name(f"{file.name}.part")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as output:
        output.write(content)
        output.flush()
        os.fsync(output.fileno())
    draft.rename(file)
