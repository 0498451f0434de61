"""The mistakes Surefoot and its plugins report on purpose: what, where, and what to type next."""


class SurefootError(Exception):
    """Something the runner can mend.

    Args:
        what: one sentence, with the value that was wrong.
        where: the file and line, table and key, or address it was found at.
        mend: the next thing to type or change.
    """

    def __init__(self, what: str, *, where: str | None = None, mend: str | None = None) -> None:
        super().__init__(what, where, mend)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f"\n  {self.mend}" if self.mend else ""
        return f"{place}{self.what}{mend}"


class ConfigError(SurefootError):
    """A setting cannot be used."""


class PlanError(SurefootError):
    """A plan file, or a session written by a person, cannot be understood."""


class AuthError(SurefootError):
    """A platform refused the runner's credentials: trying again is useless."""


class Unavailable(SurefootError):  # noqa: N818 - said of a platform, as a person would
    """A platform, a file or a disk cannot be used now: trying later may help.

    Args:
        retry_after: seconds after which the platform said it may be asked again.
    """

    def __init__(
        self,
        what: str,
        *,
        where: str | None = None,
        mend: str | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(what, where=where, mend=mend)
        self.retry_after = retry_after
