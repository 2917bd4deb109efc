"""A mail server on loopback that keeps what it gets: smtp.py FOLDER CERTIFICATE KEY USER PASSWORD [REFUSED]

Prints its port, and ends when its stdin does. Mail is taken only over STARTTLS and after a log-on, unless CERTIFICATE is "-".
Each mail becomes a file N.eml in FOLDER, as it came, and N.txt, as a mail program reads it; "log" there has a line for each log-on and each receiver. The receiver REFUSED does not exist.
"""
import asyncio
import email
import email.policy
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

folder, certificate, key, user, password = sys.argv[1:6]
refused = sys.argv[6] if len(sys.argv) > 6 else None


def log(line):
    with open(os.path.join(folder, "log"), "a", encoding="utf-8") as file:
        file.write(line + "\n")


class Keeper:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == refused:
            return "550 5.1.1 no such receiver"
        log(f"to {address} tls={session.ssl is not None} user={session.auth_data}")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        Keeper.count += 1
        mail = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        with open(os.path.join(folder, f"{Keeper.count}.txt"), "w", encoding="utf-8", newline="\n") as file:
            file.write("".join(f"{name}: {value}\n" for name, value in mail.items()) + "\n" + mail.get_content().replace("\r\n", "\n").rstrip("\n") + "\n")
        path = os.path.join(folder, f"{Keeper.count}.eml")
        with open(path + ".part", "wb") as file:
            file.write(envelope.original_content)
        os.rename(path + ".part", path)
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    given = (data.login.decode(), data.password.decode())
    isRight = given == (user, password)
    log(f"log-on {mechanism} tls={session.ssl is not None} right={isRight}")
    return AuthResult(success=isRight, handled=False, auth_data=given[0])


class Server(SMTP):
    async def smtp_AUTH(self, arg):
        """Names of mechanisms in any case, as servers take them; .NET writes them small."""
        mechanism, *rest = (arg or "").split(" ", 1)
        return await super().smtp_AUTH(" ".join([mechanism.upper(), *rest]))


def protocol():
    if certificate == "-":
        return Server(Keeper(), hostname="localhost")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return Server(Keeper(), hostname="localhost", tls_context=context, require_starttls=True, authenticator=authenticate, auth_required=True)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(protocol, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
