"""Parts that are messages."""

__all__ = ["MIMEMessage"]

from email import message
from email.mime.nonmultipart import MIMENonMultipart


class MIMEMessage(MIMENonMultipart):
    """A message in a message."""

    def __init__(self, _msg, _subtype="rfc822", *, policy=None):
        super().__init__("message", _subtype, policy=policy)
        if not isinstance(_msg, message.Message):
            raise TypeError("Argument is not an instance of Message")
        # Not by this class's attach, which refuses.
        message.Message.attach(self, _msg)
        self.set_default_type("message/rfc822")
