#if Preview
  import Diagnostics
  import LocaleIdentifiers
  import NIOCore
  import PreviewPages
  import StringCatalogs
  import Testing

  @testable import langue_preview

  @Suite struct PreviewServiceTests {
    private let folder: TemporarySite
    private let site: PreviewSite
    private static let hosts = AllowedHosts(port: 8080)

    init() throws {
      folder = try TemporarySite()
      site = try PreviewSite(root: folder.path)
    }

    private func service(edits: Bool = false) -> PreviewService {
      PreviewService(
        site: site, hosts: Self.hosts, start: nil, workbench: Workbench(site: site, edits: edits))
    }

    private func get(_ path: String, query: String? = nil, host: String = "localhost:8080")
      -> PreviewReply
    {
      service().reply(
        to: PreviewRequest(method: "GET", path: path, query: query, host: host))
    }

    private func text(_ reply: PreviewReply) -> String {
      if case .bytes(let bytes) = reply.body { String(buffer: bytes) } else { "" }
    }

    @Test func aPageIsServedInItsLanguage() {
      let reply = get("/de/")
      #expect(reply.status == 200)
      #expect(reply.headers.contains { $0 == ("Content-Language", "de") })
      #expect(text(reply).contains("Hallo ü") && text(reply).contains("2 Dinge"))
    }

    @Test(arguments: [("/de", "/de/"), ("/DE/", "/de/"), ("/de-ch/", "/de-CH/")])
    func anotherSpellingOfAnAddressLeadsToTheOne(path: String, address: String) {
      let reply = get(path)
      #expect(reply.status == 308)
      #expect(reply.headers.contains { $0 == ("Location", address) })
    }

    @Test func theRootLeadsToTheReadersLanguage() {
      var request = PreviewRequest(method: "GET", path: "/", host: "localhost:8080")
      request.acceptLanguage = "en, de;q=0.8"
      let reply = service().reply(to: request)
      #expect(reply.status == 302)
      #expect(reply.headers.contains { $0 == ("Location", "/de/") })
    }

    @Test(arguments: [
      "", "//", "/nothing", "/en/", "/fr/index.html", "/../Locales/site.json",
      "/assets/../site.json", "/assets/%2e%2e/x", "/Strings/fr/main.json", "/_/", "/_/texts/",
      "/_/texts/.json", "/_/texts/en.json", "/_/text", "/_/compare", "/fr/\0", "/sitemap.xml/x",
    ])
    func whatIsNotListedIsNotThere(path: String) {
      let reply = get(path)
      #expect(reply.status == 404)
      #expect(!text(reply).contains(folder.path))
    }

    @Test func anotherHostIsMisdirected() {
      #expect(get("/de/", host: "evil.example").status == 421)
    }

    @Test(arguments: ["PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
    func otherMethodsAreNotUnderstood(method: String) {
      let reply = service().reply(
        to: PreviewRequest(method: method, path: "/de/", host: "localhost:8080"))
      #expect(reply.status == 405)
      #expect(reply.headers.contains { $0.name == "Allow" })
    }

    // MARK: Saving

    private func save(
      _ json: String, token: String?, origin: String? = "http://localhost:8080",
      in service: PreviewService
    ) -> PreviewReply {
      var request = PreviewRequest(method: "POST", path: "/_/edit", host: "localhost:8080")
      request.origin = origin
      request.token = token
      request.body = Array(json.utf8)
      return service.reply(to: request)
    }

    private func token(of service: PreviewService) throws -> String {
      let reply = service.reply(
        to: PreviewRequest(method: "GET", path: "/_/texts/de.json", host: "localhost:8080"))
      let document = try JSONDocument(parsing: Array(text(reply).utf8))
      return try #require(document.root.member("token")?.string)
    }

    @Test func onlyTheSavedValueChanges() throws {
      let service = service(edits: true)
      let reply = save(
        #"{"locale":"de","key":"title","text":"Servus \"Du\"","was":"Hallo ü"}"#,
        token: try token(of: service), in: service)
      #expect(reply.status == 200)
      #expect(
        try folder.read("Strings/de/main.json")
          == TemporarySite.german.replacing(#""Hallo \u00fc""#, with: #""Servus \"Du\"""#))
    }

    @Test func whoeverDoesNotKnowTheTokenCannotSave() throws {
      let service = service(edits: true)
      let body = #"{"locale":"de","key":"title","text":"x","was":"Hallo ü"}"#
      let known = try token(of: service)
      for token in [nil, "", "x", String(known.dropLast()), known + "x"] {
        #expect(save(body, token: token, in: service).status == 403)
      }
      #expect(save(body, token: known, origin: "http://evil.example", in: service).status == 403)
      #expect(try folder.read("Strings/de/main.json") == TemporarySite.german)
    }

    @Test func withoutEditNobodyCanSave() throws {
      let body = #"{"locale":"de","key":"title","text":"x","was":"Hallo ü"}"#
      #expect(save(body, token: "", in: service()).status == 403)
    }

    @Test func aFileThatChangedMeanwhileIsAConflict() throws {
      let service = service(edits: true)
      try folder.write(
        TemporarySite.german.replacing("Hallo \\u00fc", with: "Moin"), to: "Strings/de/main.json")
      let reply = save(
        #"{"locale":"de","key":"title","text":"x","was":"Hallo ü"}"#,
        token: try token(of: service), in: service)
      #expect(reply.status == 409)
      #expect(text(reply) == #"{"now":"Moin"}"#)
    }

    @Test func aLocaleWithoutFilesGetsItsFirst() throws {
      let service = service(edits: true)
      let reply = save(
        #"{"locale":"de-CH","key":"title","text":"Grüezi"}"#, token: try token(of: service),
        in: service)
      #expect(reply.status == 200)
      let file = try folder.read("Strings/de-CH/main.json")
      #expect(file == "{\n  \"@@locale\": \"de-CH\",\n  \"title\": \"Grüezi\"\n}\n")
    }

    // MARK: Undoing

    private func undo(_ id: Int, in service: PreviewService, token: String?) -> PreviewReply {
      var request = PreviewRequest(method: "POST", path: "/_/undo", host: "localhost:8080")
      request.origin = "http://localhost:8080"
      request.token = token
      request.body = Array(#"{"locale":"de","undo":\#(id)}"#.utf8)
      return service.reply(to: request)
    }

    private func number(of reply: PreviewReply) throws -> Int {
      let document = try JSONDocument(parsing: Array(text(reply).utf8))
      return try #require(document.root.member("undo")?.integer)
    }

    @Test func anUndoneTextAndItsStateAreAsTheyWereToTheByte() throws {
      let service = service(edits: true)
      let token = try token(of: service)
      let saved = save(
        #"{"locale":"de","key":"title","text":"x","was":"Hallo ü","state":"final"}"#, token: token,
        in: service)
      #expect(undo(try number(of: saved), in: service, token: "x").status == 403)
      #expect(undo(try number(of: saved), in: service, token: token).status == 200)
      #expect(try folder.read("Strings/de/main.json") == TemporarySite.german)
      #expect(undo(try number(of: saved), in: service, token: token).status == 404)
    }

    @Test func anUndoneNewKeyGoesAndSoDoesAFileThatWasMadeForIt() throws {
      let service = service(edits: true)
      let token = try token(of: service)
      let swiss = save(
        #"{"locale":"de-CH","key":"title","text":"Grüezi"}"#, token: token, in: service)
      #expect(undo(try number(of: swiss), in: service, token: token).status == 200)
      #expect(throws: (any Error).self) { try folder.read("Strings/de-CH/main.json") }
    }

    @Test func aFileThatSomebodyElseChangedIsNotUndone() throws {
      let service = service(edits: true)
      let token = try token(of: service)
      let saved = save(
        #"{"locale":"de","key":"title","text":"x","was":"Hallo ü"}"#, token: token, in: service)
      try folder.write("{}", to: "Strings/de/main.json")
      #expect(undo(try number(of: saved), in: service, token: token).status == 409)
      #expect(try folder.read("Strings/de/main.json") == "{}")
    }

    @Test(arguments: [
      (#"{"locale":"de","key":"title","text":"{$a"}"#, 422),
      (#"{"locale":"de","key":"no","text":"x"}"#, 404),
      (#"{"locale":"en","key":"title","text":"x"}"#, 404),
      (#"{"locale":"../x","key":"title","text":"x"}"#, 400),
      (#"{"locale":"de","key":"title"}"#, 400), ("[", 400), ("", 400),
    ])
    func whatCannotBeSavedIsRefused(body: String, status: Int) throws {
      let service = service(edits: true)
      #expect(save(body, token: try token(of: service), in: service).status == status)
      #expect(try folder.read("Strings/de/main.json") == TemporarySite.german)
    }

    @Test func aFormSavesAsAScriptDoes() throws {
      let service = service(edits: true)
      var request = PreviewRequest(method: "POST", path: "/_/text", host: "localhost:8080")
      request.origin = "http://localhost:8080"
      request.body = Array(
        "token=\(try token(of: service))&locale=de&key=title&text=Tag%0D%0A%26&was=Hallo+%C3%BC"
          .utf8)
      let reply = service.reply(to: request)
      #expect(reply.status == 303)
      #expect(
        try folder.read("Strings/de/main.json")
          == TemporarySite.german.replacing(#"Hallo \u00fc"#, with: #"Tag\n&"#))
      request.body = Array("locale=de&key=title&text=x".utf8)
      #expect(service.reply(to: request).status == 403)
    }

    @Test func whatIsTypedIsChecked() throws {
      let service = service()
      var request = PreviewRequest(method: "POST", path: "/_/format", host: "localhost:8080")
      request.body = Array(#"{"locale":"de","key":"items","text":"{$m :integer} Dinge"}"#.utf8)
      #expect(service.reply(to: request).status == 403)
      request.origin = "http://localhost:8080"
      let reply = service.reply(to: request)
      #expect(text(reply).contains("unknown-variable") && !text(reply).contains("missing-variable"))
    }

    // MARK: Files that change

    @Test func aChangeIsToldToThePagesThatShowIt() throws {
      try folder.write(
        TemporarySite.german.replacing("Hallo \\u00fc", with: "Moin"), to: "Strings/de/main.json")
      let after = site.reload(["Strings/de/main.json"])
      // Swiss German falls back to German.
      #expect(after.changed == ["de", "de-CH"])
      #expect(text(get("/de-CH/")).contains("Moin"))
      #expect(
        Workbench.event(for: after)
          == "event: change\ndata: {\"version\":1,\"locales\":[\"de\",\"de-CH\"]}\n\n")
      #expect(site.reload(["Strings/fr/main.json"]).changed == ["fr", "de", "de-CH"])
      #expect(site.reload(["Strings/index.html"]).changed == nil)
    }

    @Test func whatAChangeDoesNotTouchIsNotMadeAnew() throws {
      func made(_ locale: LocaleIdentifier) -> Bool {
        var isMade = false
        _ = site.cached("/x/\(locale)", of: locale) { _ in
          isMade = true
          return ""
        }
        return isMade
      }
      #expect(made("fr") && made("de") && !made("fr") && !made("de"))
      site.reload(["Strings/de/main.json"])
      #expect(!made("fr") && made("de"))
      site.reload(["Strings/fr/main.json"])
      #expect(made("fr") && made("de"))
    }

    @Test func aBrokenFileLeavesTheLastGoodPageWithItsFault() throws {
      try folder.write("{ \"title\": ", to: "Strings/de/main.json")
      let after = site.reload(["Strings/de/main.json"])
      #expect(after.broken.first?.file == "Strings/de/main.json")
      #expect(text(get("/de/")).contains("Hallo ü"))
      try folder.write(TemporarySite.german, to: "Strings/de/main.json")
      #expect(site.reload(["Strings/de/main.json"]).broken.isEmpty)
    }

    @Test func aBrokenManifestLeavesTheSiteAsItWas() throws {
      try folder.write("{", to: "Locales/site.json")
      let after = site.reload(["Locales/site.json"])
      #expect(!after.broken.isEmpty)
      #expect(!text(get("/_/texts/de.json")).contains(folder.path))
      #expect(get("/de/").status == 200)
    }
  }
#endif
