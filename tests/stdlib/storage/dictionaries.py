import dbm
import dbm.dumb
import os
import shelve
import tempfile

os.chdir(tempfile.mkdtemp())
with dbm.dumb.open("d", "n") as db:
    db["key"] = "value"
    db[b"k2"] = b"x" * 600
    print(db.keys(), db["key"], len(db), b"k2" in db, db.get("no"))
    db["key"] = b"longer value"
    del db["k2"]
print(dbm.whichdb("d"), dbm.whichdb("nothing"))
with dbm.dumb.open("d", "r") as db:
    print(dict(db.items()))
    try:
        db["x"] = "y"
    except OSError as error:
        print(error)
with shelve.Shelf(dbm.dumb.open("s")) as shelf:
    shelf["list"] = [1, {"a": (2, 3)}]
    shelf["list"].append(4)
    print(shelf["list"], list(shelf), "x" in shelf)
with shelve.Shelf(dbm.dumb.open("s"), writeback=True) as shelf:
    shelf["list"].append(4)
with shelve.Shelf(dbm.dumb.open("s", "r")) as shelf:
    print(shelf["list"], shelf.get("no", 5))
try:
    shelf["list"]
except ValueError as error:
    print(error)
try:
    dbm.dumb.open("x", "q")
except ValueError as error:
    print(error)
