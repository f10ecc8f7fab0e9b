from sqlalchemy import text

from gezinsplan.domain.errors import Code
from gezinsplan.storage import keys
from gezinsplan.storage.vault import Vault
from gezinsplan.storage.verify import Finding, verify
from tests.storage.harm import broken, raised, refused


def test_verify_looks_at_the_keys(vault: Vault) -> None:
    (vault.folder / keys.PREVIOUS).unlink()
    assert verify(vault).findings == (Finding.KEYS_COPY,)
    broken(vault.folder / keys.KEYS)
    assert verify(vault).findings == (Finding.KEYS,)
    (vault.folder / keys.KEYS).write_bytes(raised_from_copy(vault))
    assert set(verify(vault).findings) == {Finding.KEYS_COPY, Finding.KEYS_COUNTER}


def raised_from_copy(vault: Vault) -> bytes:
    broken(vault.folder / keys.KEYS)
    return raised(vault, 5)


def test_verify_looks_at_references(vault: Vault) -> None:
    with vault.upgrading() as conn:
        conn.execute(text("CREATE TABLE ouder (id INTEGER PRIMARY KEY)"))
        conn.execute(text("CREATE TABLE kind (ouder INTEGER REFERENCES ouder (id))"))
        conn.execute(text("INSERT INTO kind VALUES (7)"))
    assert verify(vault).findings == (Finding.REFERENCES,)


def test_verify_of_a_locked_vault_is_refused(vault: Vault) -> None:
    vault.lock()
    with refused(Code.VAULT_LOCKED):
        verify(vault)
