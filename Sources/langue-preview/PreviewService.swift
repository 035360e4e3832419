#if Preview
  import Diagnostics
  import LocaleIdentifiers
  import LocaleServices
  import NIOCore
  import PreviewPages
  import StringCatalogs

  /// Answers the preview's requests. Only listed things are served: nothing of a request ever
  /// becomes a path on the machine.
  struct PreviewService: Sendable {
    let site: PreviewSite
    let hosts: AllowedHosts
    /// The locale that `/` leads to, where the command line names one.
    let start: LocaleIdentifier?
    let workbench: Workbench

    func reply(to request: PreviewRequest) -> PreviewReply {
      guard hosts.allow(request.host) else {
        return .failure(421, "this server answers to localhost only")
      }
      switch request.method {
      case "GET", "HEAD": return read(request)
      case "POST": return workbench.reply(to: request, hosts: hosts)
      default:
        var reply = PreviewReply.failure(405, "only GET, HEAD and POST are understood")
        reply.headers.append(("Allow", "GET, HEAD, POST"))
        return reply
      }
    }

    private func read(_ request: PreviewRequest) -> PreviewReply {
      let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      let first = parts.first.map(String.init) ?? ""
      let rest = parts.dropFirst().joined(separator: "/")
      switch first {
      case "":
        var reply = PreviewReply.redirect(to: "/\(home(of: request).tag)/")
        reply.headers.append(("Vary", "Accept-Language"))
        return parts.count == 1 ? reply : notFound
      case "assets": return asset(rest)
      case "_": return workbench.reply(to: request, hosts: hosts)
      case "sitemap.xml": return rest.isEmpty ? sitemap : notFound
      default: return localeFile(first, rest, request)
      }
    }

    /// The page that a reader is given who asks for none: the one of the command line, or the one
    /// that the reader's languages lead to.
    private func home(of request: PreviewRequest) -> LocaleIdentifier {
      if let start { return start }
      let site = site.snapshot.pages.site
      guard let header = request.acceptLanguage else { return site.source }
      return site.matcher.match(AcceptLanguage(header)).locale
    }

    private var notFound: PreviewReply { .failure(404, "there is no such page") }

    private func localeFile(
      _ tag: String, _ rest: String, _ request: PreviewRequest
    ) -> PreviewReply {
      let pages = site.snapshot.pages
      if let pseudo = pages.pseudoLanguage(of: tag) {
        return pseudoPage(pseudo, tag, rest, request)
      }
      guard let locale = LocaleIdentifier(tag), pages.locales.contains(locale) else {
        return notFound
      }
      let query = request.query.map { "?" + $0 } ?? ""
      guard tag == locale.tag, request.path.utf8.count > tag.utf8.count + 1 else {
        return .redirect(to: "/\(locale.tag)/\(rest)\(query)", status: 308)
      }
      switch rest {
      case "":
        return page(in: locale).map { .page($0, language: locale.tag) } ?? notFound
      case "languages.json":
        let json = site.cached("/\(tag)/languages.json", of: locale) { snapshot in
          snapshot.pages.languageData(in: locale)
        }
        return json.map {
          PreviewReply(mediaType: "application/json; charset=utf-8", body: .bytes($0))
        } ?? notFound
      default: return notFound
      }
    }

    private func page(in locale: LocaleIdentifier) -> ByteBuffer? {
      site.cached("/\(locale.tag)/", of: locale) { snapshot in
        guard let name = snapshot.pages.templates.first?.name else { return nil }
        return snapshot.pages.render(name, in: locale, mode: .preview)?.html
      }
    }

    /// Makes a page that will be asked for soon.
    func makePage(in locale: LocaleIdentifier) { _ = page(in: locale) }

    /// Makes the pages that nobody has asked for yet, so that whoever does need not wait for them.
    func makePages() async {
      for locale in site.snapshot.pages.locales {
        makePage(in: locale)
        // Readers go first.
        await Task.yield()
      }
    }

    private func pseudoPage(
      _ language: PseudoLanguage, _ tag: String, _ rest: String, _ request: PreviewRequest
    ) -> PreviewReply {
      guard rest.isEmpty else { return notFound }
      guard request.path.hasSuffix("/") else { return .redirect(to: "/\(tag)/", status: 308) }
      let html = site.cached("/\(tag)/", of: site.snapshot.pages.site.source) { snapshot in
        guard let name = snapshot.pages.templates.first?.name else { return nil }
        return snapshot.pages.render(name, in: language)?.html
      }
      return html.map { .page($0, language: tag) } ?? notFound
    }

    private func asset(_ name: String) -> PreviewReply {
      if let bytes = site.snapshot.files.assets[name], let type = PageFiles.mediaType(of: name) {
        return PreviewReply(mediaType: type, body: .bytes(ByteBuffer(bytes: bytes)))
      }
      guard let type = SiteAssets.mediaType(of: name) else { return notFound }
      let bytes = site.cached("/assets/\(name)") { SiteAssets.text(of: name, for: $0.pages) }
      return bytes.map { PreviewReply(mediaType: type, body: .bytes($0)) } ?? notFound
    }

    private var sitemap: PreviewReply {
      let xml = site.cached("/sitemap.xml") { $0.pages.sitemap }
      return xml.map { PreviewReply(mediaType: "application/xml; charset=utf-8", body: .bytes($0)) }
        ?? notFound
    }
  }
#endif
