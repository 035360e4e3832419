#if Preview
  import Diagnostics
  import LocaleIdentifiers
  import PreviewPages
  import StringCatalogs

  /// The part of the server that translators use: `/_/…`.
  struct Workbench: Sendable {
    let site: PreviewSite
    let edits: Bool
    /// What a request that saves must know; another site's page cannot read it.
    private let token: String

    init(site: PreviewSite, edits: Bool) {
      self.site = site
      self.edits = edits
      var random = SystemRandomNumberGenerator()
      token = (0..<2).map { _ in String(random.next(), radix: 36) }.joined()
    }

    func reply(to request: PreviewRequest, hosts: AllowedHosts) -> PreviewReply {
      let pages = site.snapshot.pages
      switch (request.method, request.path) {
      case ("POST", "/_/format"): return format(request)
      case ("POST", "/_/edit"): return edit(request, hosts)
      case ("POST", _): return .failure(404, "there is nothing to send this to")
      case (_, "/_/events"):
        return PreviewReply(mediaType: "text/event-stream", body: .events)
      case (_, "/_/sheet"):
        return .page(Array(pages.contactSheet.utf8), language: "en")
      case (_, "/_/compare"):
        let query = QueryParameters(request.query)
        guard let left = LocaleIdentifier(query["left"] ?? ""),
          let right = LocaleIdentifier(query["right"] ?? ""),
          let html = pages.comparison(left, right)
        else { return .failure(404, "the site has no such pair of locales") }
        return .page(Array(html.utf8), language: "en")
      default:
        return texts(request.path)
      }
    }

    private func texts(_ path: String) -> PreviewReply {
      let prefix = "/_/texts/"
      let suffix = ".json"
      guard path.hasPrefix(prefix), path.hasSuffix(suffix),
        path.utf8.count > prefix.utf8.count + suffix.utf8.count,
        let locale = LocaleIdentifier(path.dropFirst(prefix.count).dropLast(suffix.count))
      else { return .failure(404, "there is no such page") }
      let json = site.cached("/_/texts/\(locale.tag)") { snapshot in
        snapshot.pages.inspection(
          in: locale, edits: edits, token: edits ? token : nil, broken: snapshot.broken
        )
        .map { Array($0.utf8) }
      }
      guard let json else { return .failure(404, "the site has no such locale") }
      return PreviewReply(mediaType: "application/json; charset=utf-8", body: .bytes(json))
    }

    /// What open pages are told when files have changed.
    static func event(for snapshot: PreviewSite.Snapshot) -> String {
      "event: change\ndata: {\"version\":\(snapshot.version)}\n\n"
    }

    private func format(_ request: PreviewRequest) -> PreviewReply {
      guard let body = RequestBody(request.body), let locale = body.locale, let key = body.key
      else {
        return .json(#"{"error":"the request is not understood"}"#, status: 400)
      }
      let trial = TextTrial(
        locale: locale, key: key, text: body.text, arguments: body.arguments)
      guard let json = site.snapshot.pages.tryOut(trial) else {
        return .json(#"{"error":"the site has no such text"}"#, status: 404)
      }
      return .json(json)
    }

    private func edit(_ request: PreviewRequest, _ hosts: AllowedHosts) -> PreviewReply {
      guard edits else {
        return .json(#"{"error":"texts are read-only; start with --edit"}"#, status: 403)
      }
      guard hosts.isOwn(origin: request.origin, fetchSite: request.fetchSite),
        let given = request.token, Self.areEqual(given, token)
      else {
        return .json(#"{"error":"only this server's own pages may save"}"#, status: 403)
      }
      guard let body = RequestBody(request.body), let locale = body.locale, let key = body.key,
        let text = body.text
      else {
        return .json(#"{"error":"the request is not understood"}"#, status: 400)
      }
      let saving = TextSaving(
        snapshot: site.snapshot, locale: locale, key: key, text: text, was: body.was,
        state: body.state)
      return saving.save()
    }

    /// Compares in a time that does not tell how much was right.
    private static func areEqual(_ left: String, _ right: String) -> Bool {
      guard left.utf8.count == right.utf8.count else { return false }
      return zip(left.utf8, right.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
  }

  /// The JSON that the workbench sends.
  private struct RequestBody {
    var locale: LocaleIdentifier?
    var key: String?
    var text: String?
    /// The text that the page had before; nil where it had none.
    var was: String?
    var state: TranslationState?
    var arguments: [String: String] = [:]

    init?(_ bytes: [UInt8]) {
      guard let document = try? JSONDocument(parsing: bytes), document.root.kind == .object else {
        return nil
      }
      let root = document.root
      locale = root.member("locale")?.string.flatMap { LocaleIdentifier($0) }
      key = root.member("key")?.string
      text = root.member("text")?.string
      was = root.member("was")?.string
      state = root.member("state")?.string.flatMap(TranslationState.init(rawValue:))
      for member in root.member("arguments")?.members ?? root.members where arguments.count < 256 {
        guard root.member("arguments") != nil, let name = member.key.string,
          let value = member.value.string
        else { continue }
        arguments[name] = value
      }
    }
  }
#endif
