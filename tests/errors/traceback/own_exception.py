# An exception class of one's own, with its module left out.
class BudgetExceeded(Exception):
    pass
raise BudgetExceeded("by 12", 12)
