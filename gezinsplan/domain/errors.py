"""Known refusals: a code and values, never a sentence (those stand in `texts`) and never a name."""

from enum import StrEnum


class Code(StrEnum):
    """Everything that the program may refuse; each code has a sentence and a next step in `texts.errors`."""

    # a value that is not right, beside the field
    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_A_DATE = "not_a_date"
    NOT_A_TIME = "not_a_time"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    NOT_PRINTABLE = "not_printable"
    END_BEFORE_START = "end_before_start"
    DAY_TO_COME = "day_to_come"
    IS_FINAL = "is_final"
    FILE_ALONE = "file_alone"
    AGREES_AND_NOT = "agrees_and_not"
    BORN_IN_FUTURE = "born_in_future"
    KENMERK_IN_USE = "kenmerk_in_use"
    WHO_IS_MISSING = "who_is_missing"
    READERS_MISSING = "readers_missing"
    UNKNOWN_PART = "unknown_part"
    STILL_REFERRED_TO = "still_referred_to"
    # how people belong to each other
    WITH_ONESELF = "with_oneself"
    RELATED_ALREADY = "related_already"
    OWN_ANCESTOR = "own_ancestor"
    # the regisseur
    REGIE_BEFORE_CURRENT = "regie_before_current"
    REGIE_SAME_HOLDER = "regie_same_holder"
    REGIE_REASON_MISSING = "regie_reason_missing"
    REGIE_HOLDER_NOT_INVOLVED = "regie_holder_not_involved"
    REGIE_OUTSIDE_GEZIN = "regie_outside_gezin"
    REGIE_BROKEN_LINE = "regie_broken_line"
    REGIE_FORM = "regie_form"
    # who helps
    QUESTION_MISSING = "question_missing"
    UNTIL_MISSING = "until_missing"
    NOT_STARTED = "not_started"
    ALREADY_ENDED = "already_ended"
    HELPS_ALREADY = "helps_already"
    STILL_CARRIES = "still_carries"
    TAKEOVER_NOT_THERE = "takeover_not_there"
    REASON_MISSING = "reason_missing"
    NOT_TEMPORARY = "not_temporary"
    ALREADY_AT_DISTANCE = "already_at_distance"
    FORCED_STAYS = "forced_stays"
    BASELINE_SETTLED = "baseline_settled"
    BASELINE_DAY = "baseline_day"
    # the same person in two families
    SAME_FAMILY = "same_family"
    # the sociale kaart
    KAART_IN_USE = "kaart_in_use"
    # the agenda
    NO_TALK_PLANNED = "no_talk_planned"
    NOTHING_TO_DISCUSS = "nothing_to_discuss"
    # versions of the plan
    VERSION_DAY = "version_day"
    SAFETY_CHECK_MISSING = "safety_check_missing"
    SAFETY_CHECK_LATE = "safety_check_late"
    NOT_ASKED = "not_asked"
    GIVEN_STAYS = "given_stays"
    # writing
    STALE = "stale"
    CHANGED_SINCE = "changed_since"
    NOTHING_TO_UNDO = "nothing_to_undo"
    UNKNOWN_KENMERK = "unknown_kenmerk"
    # paper
    PRINT_FOR_WHOM = "print_for_whom"
    PRINT_FOR_UNKNOWN = "print_for_unknown"
    PRINT_FOR_SEVERAL = "print_for_several"
    FILE_NOT_WRITTEN = "file_not_written"
    FILE_EXISTS = "file_exists"
    NO_SCREEN = "no_screen"
    # the vault
    VAULT_EXISTS = "vault_exists"
    VAULT_MISSING = "vault_missing"
    VAULT_IN_USE = "vault_in_use"
    VAULT_NEWER = "vault_newer"
    VAULT_DAMAGED = "vault_damaged"
    VAULT_FOLDER = "vault_folder"
    VAULT_FULL = "vault_full"
    VAULT_LOCKED = "vault_locked"
    KEYS_MISSING = "keys_missing"
    KEYS_DAMAGED = "keys_damaged"
    KEYS_NEWER = "keys_newer"
    KEYS_OLDER = "keys_older"
    KEYS_RESTORED = "keys_restored"
    VAULT_SYNCED = "vault_synced"
    VAULT_NETWORK = "vault_network"
    UPGRADE_FAILED = "upgrade_failed"
    BACKUP_MISSING = "backup_missing"
    BACKUP_DAMAGED = "backup_damaged"
    BACKUP_NEWER = "backup_newer"
    BACKUP_OTHER_KEY = "backup_other_key"
    NO_KEYS_TO_PUT_BACK = "no_keys_to_put_back"
    NOTHING_TO_SALVAGE = "nothing_to_salvage"
    STOPPED = "stopped"
    PASSPHRASE_WRONG = "passphrase_wrong"
    PASSPHRASE_WEAK = "passphrase_weak"
    PASSPHRASE_FILE = "passphrase_file"
    PASSPHRASE_DIFFERS = "passphrase_differs"
    TRY_LATER = "try_later"
    COMPUTER_MISSING = "computer_missing"
    COMPUTER_EXPIRED = "computer_expired"
    KEYRING_ABSENT = "keyring_absent"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_UNFIT = "keyring_unfit"
    LAST_WAY = "last_way"
    WAY_UNKNOWN = "way_unknown"
    # the recovery sheet
    CODE_LENGTH = "code_length"
    CODE_TYPO = "code_typo"
    CODE_WRONG = "code_wrong"
    CODE_DIFFERS = "code_differs"
    CODE_FILE = "code_file"
    # the key of the gemeente
    ORG_KEY_FILE = "org_key_file"
    ORG_KEY_OTHER = "org_key_other"
    ORG_KEY_DAMAGED = "org_key_damaged"
    ORG_KEY_NEWER = "org_key_newer"
    ORG_KEY_PASSPHRASE = "org_key_passphrase"
    ORG_KEY_NOT_OF_VAULT = "org_key_not_of_vault"
    ORG_KEY_PRESENT = "org_key_present"
    SHARE_WORD = "share_word"
    SHARE_LENGTH = "share_length"
    SHARE_DAMAGED = "share_damaged"
    SHARES_DIFFER = "shares_differ"
    SHARES_TOO_FEW = "shares_too_few"
    # backups and the log
    MARKERS_DAMAGED = "markers_damaged"
    LOG_FLAWED = "log_flawed"
    LOG_HEAD = "log_head"
    # what cannot be taken back
    NAME_DIFFERS = "name_differs"
    DESTROY_REASON = "destroy_reason"


class Refused(Exception):
    """The program will not do this; nothing was changed.

    `values` holds numbers, dates, field names and ids for the sentence: never a name or a text of a family.
    """

    def __init__(self, code: Code, **values: object) -> None:
        """Keep the code and the values for whoever tells the user."""
        super().__init__(code.value)
        self.code = code
        self.values = values


class RuleBroken(Refused):
    """A rule of the domain forbids the step; raised before the file is touched."""


class VaultRefused(Refused):
    """The vault cannot be made, opened, read or written."""
