# A method's coroutine is named by its qualified name.
class Service:
    async def start(self):
        pass
Service().start()
