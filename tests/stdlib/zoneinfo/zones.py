# Offsets, folds and gaps in many zones and years, both ways; names that are none.
import zoneinfo, pickle, copy
from zoneinfo import ZoneInfo
from datetime import *
def t(e):
    try: r=eval(e,globals())
    except BaseException as x: r=type(x).__name__+': '+str(x)
    print(e,'->',r)
import random
R=random.Random(4)
for k in ('Europe/Paris','America/New_York','UTC','Asia/Kolkata','Australia/Lord_Howe','Pacific/Apia','Africa/Casablanca','America/St_Johns','Europe/Dublin','Etc/GMT+5','Europe/London'):
    z=ZoneInfo(k); print(z,repr(z),z.key,z.utcoffset(None),z.tzname(None))
    for i in range(8):
        d=datetime(1850,1,1)+timedelta(seconds=R.randrange(0,86400*365*230))
        d=d.replace(tzinfo=z,fold=R.randrange(2)); print(d,d.utcoffset(),d.dst(),d.tzname(),d.astimezone(timezone.utc), d.replace(tzinfo=timezone.utc).astimezone(z).isoformat(), d.replace(tzinfo=timezone.utc).astimezone(z).fold)
    for y in (2024,):
        for mo in (3,10,11):
            for dd in (1,3,6,10,27,29,30,31):
                try: d=datetime(y,mo,dd,2,30,tzinfo=z)
                except ValueError: continue
                u=datetime(y,mo,dd,1,15,tzinfo=timezone.utc).astimezone(z)
                if d.utcoffset()!=d.replace(fold=1).utcoffset(): print(d,d.utcoffset(),d.replace(fold=1).utcoffset(),u,u.fold,u.dst())
for e in ('ZoneInfo("x/y")','ZoneInfo("/etc/passwd")','ZoneInfo("../x")','ZoneInfo("")','ZoneInfo(5)','ZoneInfo("UTC") is ZoneInfo("UTC")','ZoneInfo.no_cache("UTC") is ZoneInfo("UTC")','pickle.loads(pickle.dumps(ZoneInfo("UTC"))) is ZoneInfo("UTC")','copy.copy(ZoneInfo("UTC")) is ZoneInfo("UTC")','ZoneInfo("UTC").fromutc(5)','ZoneInfo("UTC").fromutc(datetime(2020,1,1))','len(zoneinfo.available_timezones())>400','"Europe/Paris" in zoneinfo.available_timezones()','zoneinfo.__all__','datetime(2020,10,31,12,tzinfo=ZoneInfo("America/Los_Angeles"))','datetime(2020,10,31,12,tzinfo=ZoneInfo("America/Los_Angeles"))+timedelta(days=1)','zoneinfo.reset_tzpath(["x"])','zoneinfo.reset_tzpath("x")','ZoneInfo.from_file(open("/usr/share/zoneinfo/UTC","rb"))','ZoneInfo.from_file(open("/usr/share/zoneinfo/UTC","rb"),key="q")','time(5,tzinfo=ZoneInfo("Europe/Paris")).utcoffset()'): t(e)
