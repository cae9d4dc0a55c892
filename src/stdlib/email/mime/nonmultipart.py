"""Parts that have none below them."""

__all__ = ["MIMENonMultipart"]

from email import errors
from email.mime.base import MIMEBase


class MIMENonMultipart(MIMEBase):
    """A part that cannot have others attached."""

    def attach(self, payload):
        raise errors.MultipartConversionError("Cannot attach additional subparts to non-multipart/*")
