"""The server against those who mean it no good: all over raw sockets."""

import json
import re
import socket
import time
import urllib.parse

import pytest

PROTECTIONS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
    "cache-control": "no-store",
}


def ask(server, request, wait=5.0):
    """Sends bytes; the status, the headers and the body of what comes back."""
    with socket.create_connection(("127.0.0.1", server.port), wait) as connection:
        try:
            connection.sendall(request)
        except (BrokenPipeError, ConnectionResetError):
            pass
        answer = b""
        connection.settimeout(wait)
        try:
            while chunk := connection.recv(65536):
                answer += chunk
                head, separator, body = answer.partition(b"\r\n\r\n")
                length = re.search(rb"(?i)content-length: (\d+)", head)
                if separator and length and len(body) >= int(length[1]):
                    break
        except (TimeoutError, ConnectionResetError):
            pass
    if not answer:
        return None, {}, b""
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    fields = [line.split(": ", 1) for line in lines[1:] if ": " in line]
    return int(lines[0].split()[1]), {name.lower(): value for name, value in fields}, body


def request(server, path="/fr/", method="GET", host=None, body=b"", **fields):
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host or f'localhost:{server.port}'}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    if body or method == "POST":
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def is_protected(headers):
    policy = headers.get("content-security-policy", "")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy
    assert "script-src 'self'" in policy and "frame-ancestors 'self'" in policy
    for name, value in PROTECTIONS.items():
        assert headers.get(name) == value, name


def test_every_answer_is_protected_whatever_its_status(editor):
    server = editor
    origin = f"http://localhost:{server.port}"
    questions = {
        200: [request(server), request(server, "/assets/site.css"), request(server, "/sitemap.xml"),
              request(server, "/_/texts/fr.json"), request(server, method="HEAD"),
              request(server, "/fr/languages.json"), request(server, "/assets/notebook.svg")],
        302: [request(server, "/")],
        308: [request(server, "/fr"), request(server, "/FR/")],
        400: [b"GARBAGE\r\n\r\n", b"GET /fr/ HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00",
              request(server, "/_/format", "POST", body=b"{", Origin=origin),
              request(server, X="a" * 40_000), request(server, "/" + "a" * 100_000)],
        403: [request(server, "/_/edit", "POST", body=b"{}"),
              request(server, "/_/format", "POST", body=b"{}", Origin="http://evil.example")],
        404: [request(server, "/nothing"), request(server, "/_/nothing"),
              request(server, "/x", "POST", body=b"a")],
        405: [request(server, method="PUT", Content_Length="0"), request(server, method="DELETE")],
        413: [request(server, "/_/format", "POST", body=b" " * 300_000, Origin=origin)],
        421: [request(server, host="evil.example")],
    }
    for status, requests in questions.items():
        for question in requests:
            found, headers, body = ask(server, question)
            assert found == status, question[:80]
            is_protected(headers)
            assert str(server.site).encode() not in body


@pytest.mark.parametrize("host", [
    "evil.example", "evil.example:{port}", "localhost", "localhost:1", "localhost.evil.example:{port}",
    "127.0.0.1.evil.example:{port}", "127.0.0.2:{port}", "0.0.0.0:{port}", "[::]:{port}", "",
    "localhost:{port}@evil.example", "localhost:{port}, evil.example", "localhost%00:{port}"])
def test_another_name_for_this_machine_is_refused(server, host):
    status, headers, body = ask(server, request(server, host=host.format(port=server.port) or " "))
    assert status in (400, 421)
    assert b"<" not in body


def test_two_hosts_or_none_are_refused(server):
    assert ask(server, b"GET /fr/ HTTP/1.1\r\n\r\n")[0] in (400, 421)
    both = f"GET /fr/ HTTP/1.1\r\nHost: evil.example\r\nHost: localhost:{server.port}\r\n\r\n"
    assert ask(server, both.encode())[0] in (400, 421)


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_its_own_names_are_answered(server, name):
    assert ask(server, request(server, host=f"{name}:{server.port}"))[0] == 200


TRAVERSALS = [
    "/../../../../etc/passwd", "/assets/../../../../etc/passwd", "/assets/..%2f..%2f..%2fetc%2fpasswd",
    "/assets/%2e%2e/%2e%2e/Locales/site.json", "/assets/....//....//etc/passwd", "/..%5c..%5cetc",
    "/fr/../../Locales/site.json", "/Strings/fr/chrome.json", "/Locales/site.json", "//etc/passwd",
    "/assets//etc/passwd", "/assets/notebook.svg/", "/assets/notebook.svg%00.html", "/%00",
    "/assets/.", "/assets/", "/fr/index.html", "/article.html", "/assets/%c0%ae%c0%ae/etc/passwd",
    "/file:///etc/passwd", "/_/texts/../fr.json", "/_/texts/%2e%2e%2ffr.json", "/fr/%2e%2e/",
]


@pytest.mark.parametrize("path", TRAVERSALS)
def test_only_listed_things_are_served(server, path):
    status, _, body = ask(server, request(server, path))
    assert status in (400, 404), path
    assert b"root:" not in body and b"baseURL" not in body


@pytest.mark.parametrize("path", [
    "/fr%0d%0aSet-Cookie:%20a=b", "/fr?%0d%0aSet-Cookie:%20a=b", "/FR/%0d%0aX:y", "/fr-x-accented%0d%0aX:y",
    "/Fr?a=%0d%0a%0d%0a<script>"])
def test_no_header_is_injected(server, path):
    _, headers, _ = ask(server, request(server, path))
    assert "set-cookie" not in headers and "x" not in headers
    if "location" in headers:
        assert headers["location"].startswith("/") and not headers["location"].startswith("//")


def test_a_redirect_never_leaves_the_server(server):
    for path in ("//evil.example/", "/\\evil.example/", "//fr", "/fr//evil.example", "/%2f%2fevil.example"):
        status, headers, _ = ask(server, request(server, path))
        location = headers.get("location", "/")
        assert location.startswith("/") and not location.startswith(("//", "/\\"))


def token(server):
    return json.loads(ask(server, request(server, "/_/texts/de.json"))[2])["token"]


def edit(server, body, **fields):
    fields.setdefault("Origin", f"http://localhost:{server.port}")
    fields.setdefault("X_Langue_Token", token(server))
    return ask(server, request(
        server, "/_/edit", "POST", body=json.dumps(body).encode(),
        **{name: value for name, value in fields.items() if value is not None}))


def test_only_its_own_pages_may_save(editor):
    path = editor.site / "Strings/de/chrome.json"
    before = path.read_bytes()
    old = json.loads(before)["cart.title"]
    change = {"locale": "de", "key": "cart.title", "text": "X", "was": old}
    for fields in (
        {"Origin": None}, {"Origin": "null"}, {"Origin": "http://evil.example"},
        {"Origin": f"https://localhost:{editor.port}"}, {"Origin": "http://localhost:1"},
        {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"},
        {"X_Langue_Token": None}, {"X_Langue_Token": "x"}, {"X_Langue_Token": token(editor)[:-1]},
    ):
        assert edit(editor, change, **fields)[0] == 403, fields
    form = urllib.parse.urlencode(change).encode()
    assert ask(editor, request(editor, "/_/text", "POST", body=form))[0] == 403
    assert ask(editor, request(
        editor, "/_/text", "POST", body=form, Origin=f"http://localhost:{editor.port}"))[0] == 403
    assert path.read_bytes() == before
    assert edit(editor, change)[0] == 200
    assert json.loads(path.read_text())["cart.title"] == "X"


def test_without_edit_nothing_is_saved(server):
    before = (server.site / "Strings/de/chrome.json").read_bytes()
    assert json.loads(ask(server, request(server, "/_/texts/de.json"))[2])["token"] is None
    change = {"locale": "de", "key": "cart.title", "text": "X", "was": "Warenkorb"}
    assert edit(server, change, X_Langue_Token="")[0] == 403
    assert (server.site / "Strings/de/chrome.json").read_bytes() == before


@pytest.mark.parametrize("body, status", [
    ({"locale": "../../etc", "key": "a", "text": "b"}, 400),
    ({"locale": "en", "key": "cart.title", "text": "b"}, 404),
    ({"locale": "de", "key": "../x", "text": "b"}, 404),
    ({"locale": "de", "key": "cart.title", "text": "{$a"}, 422),
    ({"locale": "de", "key": "cart.title", "text": "a" * 70_000}, 422),
    ({"locale": "de", "key": "cart.title", "text": "a", "was": "other"}, 409),
    ({"locale": "de"}, 400), ([], 400), ("x", 400), (None, 400),
])
def test_what_cannot_be_saved_is_refused(editor, body, status):
    files = {p: p.read_bytes() for p in (editor.site / "Strings").rglob("*.json")}
    found, _, answer = edit(editor, body)
    assert found == status, answer
    assert {p: p.read_bytes() for p in (editor.site / "Strings").rglob("*.json")} == files
    assert str(editor.site).encode() not in answer


def test_a_file_that_cannot_be_written_is_told_without_its_path(editor):
    folder = editor.site / "Strings/de"
    (folder / "chrome.json").unlink()
    (folder / "chrome.json").mkdir()
    time.sleep(0.3)
    status, _, answer = edit(editor, {"locale": "de", "key": "cart.title", "text": "X", "was": "Warenkorb"})
    assert status in (409, 422, 500)
    assert str(editor.site).encode() not in answer
    assert str(editor.site).encode() not in ask(editor, request(editor, "/_/texts/de.json"))[2]


def test_an_oversized_body_is_refused_also_in_chunks(server):
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    head = (f"POST /_/format HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
            "Transfer-Encoding: chunked\r\n\r\n").encode()
    assert ask(server, head + chunk * 8 + b"0\r\n\r\n")[0] == 413
    assert ask(server, request(server))[0] == 200


def test_many_headers_are_refused(server):
    fields = {f"X{number}": "a" for number in range(500)}
    assert ask(server, request(server, **fields))[0] == 400


def test_smuggled_requests_are_refused(server):
    head = f"POST /_/format HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
    for fields in (
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 4\r\nContent-Length: 5\r\n",
        "Content-Length: -1\r\n", "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: chunked, identity\r\n", "Transfer-Encoding: x\r\n",
    ):
        status, _, _ = ask(server, (head + fields + "\r\n0\r\n\r\nGET /nothing HTTP/1.1\r\n\r\n").encode(), 3)
        assert status is None or status >= 400, fields


def test_slow_connections_do_not_stop_a_reader(editor):
    server = editor
    slow = []
    try:
        for number in range(500):
            connection = socket.create_connection(("127.0.0.1", server.port))
            connection.sendall(b"GET /fr/ HTTP/1.1\r\nHost: local" if number % 2 else b"G")
            slow.append(connection)
        for _ in range(20):
            start = time.monotonic()
            assert ask(server, request(server))[0] == 200
            assert time.monotonic() - start < 5
        # They are closed after a while, although each goes on sending a little.
        end = time.monotonic() + 30
        open_ones = list(slow)
        while open_ones and time.monotonic() < end:
            time.sleep(1)
            still = []
            for connection in open_ones:
                try:
                    connection.sendall(b"a")
                    connection.setblocking(False)
                    if connection.recv(1, socket.MSG_PEEK) == b"":
                        continue
                except BlockingIOError:
                    pass
                except OSError:
                    continue
                connection.setblocking(True)
                still.append(connection)
            open_ones = still
        assert not open_ones, f"{len(open_ones)} slow connections are still open"
    finally:
        for connection in slow:
            connection.close()
    assert ask(server, request(server))[0] == 200


def test_a_reader_who_does_not_read_stops_nobody(server):
    greedy = []
    for _ in range(50):
        connection = socket.create_connection(("127.0.0.1", server.port))
        connection.sendall(request(server, "/assets/languages.json") * 200)
        greedy.append(connection)
    assert ask(server, request(server))[0] == 200
    for connection in greedy:
        connection.close()


def test_many_listeners_stop_nobody(server):
    listeners = []
    for _ in range(300):
        connection = socket.create_connection(("127.0.0.1", server.port))
        connection.sendall(request(server, "/_/events"))
        listeners.append(connection)
    statuses = [connection.recv(200).split()[1] for connection in listeners]
    assert statuses.count(b"200") == 256 and statuses.count(b"503") == 44
    assert ask(server, request(server))[0] == 200
    for connection in listeners:
        connection.close()
    # Their places are free again soon after they have left.
    end = time.monotonic() + 40
    status = b"503"
    while status == b"503" and time.monotonic() < end:
        time.sleep(1)
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(request(server, "/_/events"))
            status = connection.recv(200).split()[1]
    assert status == b"200"


def test_it_listens_on_this_machine_only(server):
    # A server that listens on all addresses would answer on this one too.
    address = next(
        (info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
         if not info[4][0].startswith("127.")), "127.0.0.2")
    with pytest.raises(OSError):
        socket.create_connection((address, server.port), 2)
