"""A prompt with commands."""
import cmd
import io


class Shell(cmd.Cmd):
    prompt = "> "
    intro = "Welcome."

    def do_add(self, arg):
        """Adds numbers.

        As many as there are."""
        self.stdout.write(f"{sum(map(int, arg.split()))}\n")

    def do_quiet(self, arg):
        pass

    def do_shell(self, arg):
        self.stdout.write(f"shell {arg}\n")

    def help_topic(self):
        self.stdout.write("About it.\n")

    def do_EOF(self, arg):
        return True

    def precmd(self, line):
        return line.replace("plus", "add")


out = io.StringIO()
shell = Shell(stdin=io.StringIO("add 1 2\n\nplus 3 4\n!ls -l\n?\nhelp add\nhelp topic\nhelp quiet\nhelp no\nwhat is\n"), stdout=out)
shell.use_rawinput = False
shell.cmdloop()
print(out.getvalue())
print(shell.parseline("  name arg  more "), shell.parseline("?x"), shell.parseline("!y"), shell.parseline(""), cmd.Cmd().parseline("!z"))
print(shell.completenames("a"), shell.complete_help("t"), shell.onecmd("EOF"))
out.truncate(0), out.seek(0)
shell.columnize([f"item{n}" * (n % 3 + 1) for n in range(15)], 60)
shell.columnize([])
shell.columnize(["one"])
print(out.getvalue())
