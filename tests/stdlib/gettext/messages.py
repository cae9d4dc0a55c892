"""Messages without catalogs, and translations of a program's own."""
import gettext
from gettext import gettext as _, ngettext

print(_("a message"), ngettext("%d file", "%d files", 1) % 1, ngettext("%d file", "%d files", 2) % 2)  # expect: a message 1 file 2 files
print(gettext.pgettext("menu", "Open"), gettext.npgettext("c", "one", "many", 3), gettext.dgettext("d", "x"))  # expect: Open many x
print(gettext.textdomain(), gettext.textdomain("other"), gettext.find("none"))  # expect: messages other None


class Upper(gettext.NullTranslations):
    def gettext(self, message):
        return message.upper()


Upper().install(["ngettext"])
import builtins
print(builtins._("shout"), builtins.ngettext("a", "b", 1))  # expect: SHOUT a
plain = gettext.NullTranslations()
plain.add_fallback(Upper())
print(plain.gettext("x"), gettext.translation("none", fallback=True).gettext("y"))  # expect: X y
try:
    gettext.translation("none", languages=["xx"])
except FileNotFoundError as error:
    print(error)  # expect: [Errno 2] No translation file found for domain: 'none'
