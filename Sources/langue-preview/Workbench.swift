#if Preview
  import Diagnostics
  import LocaleIdentifiers
  import NIOCore
  import PreviewPages
  import StringCatalogs

  /// The part of the server that translators use: `/_/…`.
  struct Workbench: Sendable {
    let site: PreviewSite
    let edits: Bool
    /// What a request that saves must know; another site's page cannot read it.
    private let token: String
    private let changes = SavedChanges()

    init(site: PreviewSite, edits: Bool) {
      self.site = site
      self.edits = edits
      var random = SystemRandomNumberGenerator()
      token = (0..<2).map { _ in String(random.next(), radix: 36) }.joined()
    }

    func reply(to request: PreviewRequest, hosts: AllowedHosts) -> PreviewReply {
      let pages = site.snapshot.pages
      let query = FormFields(request.query)
      switch (request.method, request.path) {
      case ("POST", "/_/format"): return format(request, hosts)
      case ("POST", "/_/edit"): return edit(request, hosts)
      case ("POST", "/_/text"): return saveForm(request, hosts)
      case ("POST", "/_/undo"): return undo(request, hosts)
      case ("POST", _): return .failure(404, "there is nothing to send this to")
      case (_, "/_/events"):
        return PreviewReply(mediaType: "text/event-stream", body: .events)
      case (_, "/_/sheet"):
        return .page(ByteBuffer(string: pages.contactSheet), language: "en")
      case (_, "/_/compare"):
        guard let left = LocaleIdentifier(query["left"] ?? ""),
          let right = LocaleIdentifier(query["right"] ?? ""),
          let html = pages.comparison(left, right)
        else { return .failure(404, "the site has no such pair of locales") }
        return .page(ByteBuffer(string: html), language: "en")
      case (_, "/_/text"):
        guard let locale = LocaleIdentifier(query["locale"] ?? ""), let key = query["key"] else {
          return .failure(404, "the site has no such text")
        }
        return form(
          TextForm(
            locale: locale, key: key, notice: Self.notice(query),
            undo: query["saved"].flatMap { Int($0) }))
      default:
        return texts(request.path, query)
      }
    }

    private func texts(_ path: String, _ query: FormFields) -> PreviewReply {
      let prefix = "/_/texts/"
      if path.hasPrefix(prefix), path.hasSuffix("/") {
        let mark = query["mode"].flatMap(TextMark.init(rawValue:))
        let locale = LocaleIdentifier(path.dropFirst(prefix.count).dropLast())
        let html = locale.flatMap { site.snapshot.pages.textList(in: $0, mark: mark) }
        return html.map { .page(ByteBuffer(string: $0), language: "en") }
          ?? .failure(404, "the site has no such locale")
      }
      let suffix = ".json"
      guard path.hasPrefix(prefix), path.hasSuffix(suffix),
        path.utf8.count > prefix.utf8.count + suffix.utf8.count,
        let locale = LocaleIdentifier(path.dropFirst(prefix.count).dropLast(suffix.count))
      else { return .failure(404, "there is no such page") }
      let json = site.cached("/_/texts/\(locale.tag)", of: locale) { snapshot in
        snapshot.pages.inspection(
          in: locale, edits: edits, token: edits ? token : nil, broken: snapshot.broken)
      }
      guard let json else { return .failure(404, "the site has no such locale") }
      return PreviewReply(mediaType: "application/json; charset=utf-8", body: .bytes(json))
    }

    private static func notice(_ query: FormFields) -> String? {
      query["saved"] != nil ? "Saved" : query["undone"] != nil ? "Undone" : nil
    }

    /// What open pages are told when files have changed.
    static func event(for snapshot: PreviewSite.Snapshot) -> String {
      let locales = snapshot.changed.map { locales in
        JSONTree.array(locales.map(\.tag).sorted().map { .string($0) })
      }
      let data: JSONTree = [
        "version": .integer(snapshot.version), "locales": locales ?? .null,
      ]
      return "event: change\ndata: \(data.text(.compact))\n\n"
    }

    private func format(_ request: PreviewRequest, _ hosts: AllowedHosts) -> PreviewReply {
      guard hosts.isOwn(origin: request.origin, fetchSite: request.fetchSite) else {
        return .json(#"{"error":"only this server's own pages may ask"}"#, status: 403)
      }
      guard let body = RequestBody(json: request.body), let locale = body.locale, let key = body.key
      else {
        return .json(#"{"error":"the request is not understood"}"#, status: 400)
      }
      let trial = TextTrial(
        locale: locale, key: key, text: body.text, arguments: body.arguments)
      let snapshot = site.snapshot
      guard let json = snapshot.pages.tryOut(trial, findings: findings(of: trial, snapshot)) else {
        return .json(#"{"error":"the site has no such text"}"#, status: 404)
      }
      return .json(json)
    }

    private func findings(of trial: TextTrial, _ snapshot: PreviewSite.Snapshot) -> [Finding] {
      let source = snapshot.pages.site.source
      guard let catalogs = snapshot.catalogs[trial.locale],
        let sourceCatalog = snapshot.catalogs[source]?.catalog(of: trial.key)
      else { return [] }
      let text = trial.text ?? catalogs[trial.key]?.text
      guard let text, !text.isEmpty, let checks = site.textChecks else { return [] }
      return checks.findings(text, of: trial.key, in: catalogs, sourceCatalog: sourceCatalog)
    }

    private func edit(_ request: PreviewRequest, _ hosts: AllowedHosts) -> PreviewReply {
      let body = RequestBody(json: request.body)
      if let refusal = refusal(of: request, token: request.token, hosts) {
        return Self.error(refusal.reason, status: refusal.status)
      }
      guard let body, let result = save(body) else {
        return .json(#"{"error":"the request is not understood"}"#, status: 400)
      }
      switch result {
      case .saved(let change): return .json("{\"saved\":true,\"undo\":\(changes.add(change))}")
      case .conflict(let now):
        return .json("{\"now\":\(now.map(JSONWriter.quoted) ?? "null")}", status: 409)
      case .refused(let reason, let status): return Self.error(reason, status: status)
      }
    }

    /// Saves what a browser without scripts sends, and shows what became of it.
    private func saveForm(_ request: PreviewRequest, _ hosts: AllowedHosts) -> PreviewReply {
      let body = RequestBody(form: request.body)
      if let refusal = refusal(of: request, token: body.token, hosts) {
        return .failure(refusal.status, refusal.reason)
      }
      guard let locale = body.locale, let key = body.key, let text = body.text,
        let result = save(body)
      else { return .failure(400, "the request is not understood") }
      var form = TextForm(locale: locale, key: key, typed: text)
      switch result {
      case .saved(let change):
        site.reload(locale)
        return .redirect(
          to: TextForm.address(of: key, in: locale) + "&saved=\(changes.add(change))", status: 303)
      case .conflict(let now):
        site.reload(locale)
        form.notice =
          "Not saved: the file has changed meanwhile. It now says: \(now ?? "nothing"). "
          + "Saving again puts your text in its place."
        return self.form(form, status: 409)
      case .refused(let reason, let status):
        form.notice = "Not saved: \(reason)"
        return self.form(form, status: status)
      }
    }

    /// Takes back what was saved, for a script or, where the request says which text to show again, for
    /// a form.
    private func undo(_ request: PreviewRequest, _ hosts: AllowedHosts) -> PreviewReply {
      let isForm = request.contentType?.hasPrefix("application/x-www-form-urlencoded") == true
      let body = isForm ? RequestBody(form: request.body) : RequestBody(json: request.body)
      func fail(_ reason: String, status: Int) -> PreviewReply {
        isForm ? .failure(status, reason) : Self.error(reason, status: status)
      }
      if let refusal = refusal(of: request, token: isForm ? body?.token : request.token, hosts) {
        return fail(refusal.reason, status: refusal.status)
      }
      guard let body, let locale = body.locale, let id = body.undo else {
        return fail("the request is not understood", status: 400)
      }
      switch changes.undo(id) {
      case .undone:
        site.reload(locale)
        guard isForm, let key = body.key else { return .json(#"{"undone":true}"#) }
        return .redirect(to: TextForm.address(of: key, in: locale) + "&undone", status: 303)
      case .conflict:
        return fail("not undone: the file has changed meanwhile", status: 409)
      case .unknown: return fail("there is nothing to undo", status: 404)
      case .failed: return fail("the file could not be written", status: 500)
      }
    }

    private func form(_ form: TextForm, status: Int = 200) -> PreviewReply {
      var form = form
      form.token = edits ? token : nil
      guard let html = site.snapshot.pages.page(for: form) else {
        return .failure(404, "the site has no such text")
      }
      var reply = PreviewReply.page(ByteBuffer(string: html), language: "en")
      reply.status = status
      return reply
    }

    /// Why a request may not save; nil where it may.
    private func refusal(
      of request: PreviewRequest, token given: String?, _ hosts: AllowedHosts
    ) -> (reason: String, status: Int)? {
      guard edits else { return ("texts are read-only; start with --edit", 403) }
      guard hosts.isOwn(origin: request.origin, fetchSite: request.fetchSite),
        let given, Self.areEqual(given, token)
      else { return ("only this server's own pages may save", 403) }
      return nil
    }

    private func save(_ body: RequestBody) -> TextSaving.Result? {
      guard let locale = body.locale, let key = body.key, let text = body.text else { return nil }
      let saving = TextSaving(
        snapshot: site.snapshot, locale: locale, key: key, text: text, was: body.was,
        state: body.state)
      return saving.save()
    }

    private static func error(_ reason: String, status: Int) -> PreviewReply {
      .json("{\"error\":\(JSONWriter.quoted(reason))}", status: status)
    }

    /// Compares in a time that does not tell how much was right.
    private static func areEqual(_ left: String, _ right: String) -> Bool {
      guard left.utf8.count == right.utf8.count else { return false }
      return zip(left.utf8, right.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
  }

  /// What the workbench sends, as JSON or as a form.
  private struct RequestBody {
    var locale: LocaleIdentifier?
    var key: String?
    var text: String?
    /// The text that the page had before; nil where it had none.
    var was: String?
    var state: TranslationState?
    var arguments: [String: String] = [:]
    /// The number of the saved change that is taken back.
    var undo: Int?
    /// What a form says by itself; a script says it in a header.
    var token: String?

    /// A message has so many variables at most.
    private static let maximumArguments = 256

    init?(json bytes: [UInt8]) {
      guard let document = try? JSONDocument(parsing: bytes), document.root.kind == .object else {
        return nil
      }
      let root = document.root
      locale = root.member("locale")?.string.flatMap { LocaleIdentifier($0) }
      key = root.member("key")?.string
      text = root.member("text")?.string
      was = root.member("was")?.string
      state = root.member("state")?.string.flatMap(TranslationState.init(rawValue:))
      undo = root.member("undo")?.integer
      guard let given = root.member("arguments"), given.kind == .object else { return }
      for member in given.members where arguments.count < Self.maximumArguments {
        guard let name = member.key.string, let value = member.value.string else { continue }
        arguments[name] = value
      }
    }

    init(form bytes: [UInt8]) {
      let fields = FormFields(bytes: bytes)
      locale = fields["locale"].flatMap { LocaleIdentifier($0) }
      key = fields["key"]
      // A form's lines end with CR and LF, whatever was typed.
      text = fields["text"]?.replacing("\r\n", with: "\n")
      was = fields["was"]?.replacing("\r\n", with: "\n")
      state = fields["state"].flatMap(TranslationState.init(rawValue:))
      undo = fields["undo"].flatMap { Int($0) }
      token = fields["token"]
    }
  }
#endif
