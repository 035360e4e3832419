#if Preview
  import CatalogChecks
  import Diagnostics
  import Dispatch
  import LocaleIdentifiers
  import NIOCore
  import PreviewPages
  import StringCatalogs
  import Synchronization

  /// The site as it stands on disk, its pages made when they are first asked for, and kept until a
  /// file changes.
  final class PreviewSite: Sendable {
    /// One state of the files.
    struct Snapshot: Sendable {
      var version = 0
      var pages: SitePages
      var catalogs: [LocaleIdentifier: LocaleCatalogs]
      var files: PageFiles
      /// What keeps a file from being shown as it is; the last good state is shown in its place.
      var broken: [Finding] = []
      var findings: [Finding] = []
      /// The locales whose pages differ from those of the version before; nil where all may.
      var changed: Set<LocaleIdentifier>?
    }

    private struct Reply {
      var bytes: ByteBuffer
      /// The locale whose texts it shows; nil where it is about the site.
      var locale: LocaleIdentifier?
    }

    private struct State {
      var snapshot: Snapshot
      /// Made when a text is first typed.
      var textChecks: TextChecks?
      var replies: [String: Reply] = [:]

      /// Goes on to another state of the files, and keeps what looks the same in it.
      mutating func advance(to after: Snapshot) {
        let before = snapshot
        snapshot = after
        guard let changed = after.changed, after.pages.offersTheSame(as: before.pages),
          after.broken == before.broken
        else {
          textChecks = nil
          replies = [:]
          return
        }
        if changed.contains(after.pages.site.source) { textChecks = nil }
        replies = replies.filter { !($0.value.locale.map(changed.contains) ?? false) }
      }
    }

    let root: String
    private let state: Mutex<State>
    /// Held while a reply is made: many who ask for the same at once wait for the first.
    private let making = Mutex(())
    /// Held while files are read, so that of two who read at once neither undoes the other's work.
    private let reading = Mutex(())

    /// Loads a site. What is wrong with it as a whole is thrown; faults of single files are kept.
    init(root: String) throws {
      self.root = root
      let site = try SiteLoader.load(root: root)
      state = Mutex(State(snapshot: try Self.load(site, after: nil)))
    }

    var snapshot: Snapshot { state.withLock { $0.snapshot } }

    /// The bytes at a path of the current state, made at most once.
    ///
    /// - Parameter locale: The locale whose texts they show; nil where they are about the site.
    func cached(
      _ path: String, of locale: LocaleIdentifier? = nil, make: (Snapshot) -> String?
    ) -> ByteBuffer? {
      if let known = state.withLock({ $0.replies[path]?.bytes }) { return known }
      return making.withLock { _ in
        let (known, snapshot) = state.withLock { ($0.replies[path]?.bytes, $0.snapshot) }
        if let known { return known }
        guard let made = make(snapshot).map({ ByteBuffer(string: $0) }) else { return nil }
        state.withLock { state in
          guard state.snapshot.version == snapshot.version, state.replies.count < 1024 else {
            return
          }
          state.replies[path] = Reply(bytes: made, locale: locale)
        }
        return made
      }
    }

    /// The checks of single texts against the current source.
    var textChecks: TextChecks? {
      let (known, snapshot) = state.withLock { ($0.textChecks, $0.snapshot) }
      if let known { return known }
      let site = snapshot.pages.site
      guard let source = snapshot.catalogs[site.source],
        let made = try? TextChecks(site: site, source: source)
      else { return nil }
      state.withLock { state in
        if state.snapshot.version == snapshot.version { state.textChecks = made }
      }
      return made
    }

    /// Reads a locale anew at once, so that what follows shows what has just been saved.
    func reload(_ locale: LocaleIdentifier) {
      reload(["\(CatalogLoader.folder)/\(locale.tag)/"])
    }

    /// Reads what has changed anew. What cannot be read stays as it was, with its findings.
    ///
    /// - Returns: The state after it.
    @discardableResult func reload(_ changed: Set<String>) -> Snapshot {
      reading.withLock { _ in read(changed) }
    }

    private func read(_ changed: Set<String>) -> Snapshot {
      let before = snapshot
      var after: Snapshot
      do {
        if let locales = Self.locales(of: changed, in: before.pages.site) {
          after = try Self.reload(locales, of: before)
        } else {
          after = try Self.load(SiteLoader.load(root: root), after: before)
        }
      } catch let error as SiteError {
        after = before
        after.changed = nil
        after.broken = error.findings
      } catch {
        after = before
        after.changed = nil
        after.broken = [
          Finding(
            rule: "unreadable-file", severity: .error, file: SiteLoader.manifestPath,
            message: "the site could not be read")
        ]
      }
      after.version = before.version + 1
      state.withLock { $0.advance(to: after) }
      return after
    }

    /// The locales whose catalogues have changed, or nil where anything else has.
    private static func locales(of changed: Set<String>, in site: Site) -> Set<LocaleIdentifier>? {
      var locales: Set<LocaleIdentifier> = []
      for path in changed {
        let parts = path.split(separator: "/")
        guard parts.count == 2 || parts.count == 3, parts[0] == CatalogLoader.folder,
          let locale = LocaleIdentifier(parts[1]), site.locales.contains(locale)
        else { return nil }
        locales.insert(locale)
      }
      return locales
    }

    private static func reload(
      _ locales: Set<LocaleIdentifier>, of before: Snapshot
    ) throws -> Snapshot {
      var after = before
      // Where a text is missing, another locale's is shown.
      after.changed = Set(
        before.pages.locales.filter { !locales.isDisjoint(with: before.pages.chain(for: $0)) })
      let loader = CatalogLoader(site: before.pages.site)
      for locale in locales {
        after.broken.removeAll { $0.locale == locale.tag || $0.locale == nil }
        try take(load(locale, loader), of: locale, into: &after.catalogs, &after.broken)
        if let catalogs = after.catalogs[locale] { after.pages.replace(catalogs) }
      }
      after.broken.sort()
      return after
    }

    private typealias Loaded = Result<LocaleCatalogs, SiteError>

    private static func load(_ locale: LocaleIdentifier, _ loader: CatalogLoader) -> Loaded {
      let isSource = locale == loader.site.source
      return Result { () throws(SiteError) in
        try isSource ? loader.loadSource() : loader.load(locale)
      }
    }

    /// Reads many locales on all processors; what was read stands in their order.
    private static func load(_ locales: [LocaleIdentifier], _ loader: CatalogLoader) -> [Loaded] {
      concurrently(locales) { load($0, loader) }
    }

    /// Does something with each locale, on all processors; the results stand in their order.
    private static func concurrently<Value: Sendable>(
      _ locales: [LocaleIdentifier], _ body: @Sendable (LocaleIdentifier) -> Value
    ) -> [Value] {
      let results = Mutex([Value?](repeating: nil, count: locales.count))
      DispatchQueue.concurrentPerform(iterations: locales.count) { index in
        let value = body(locales[index])
        results.withLock { $0[index] = value }
      }
      return results.withLock { $0 }.compactMap { $0 }
    }

    /// Takes over what was read of a locale. A file that is no JSON just now is being written: what it
    /// held before is shown, with its fault.
    private static func take(
      _ loaded: Loaded, of locale: LocaleIdentifier,
      into catalogs: inout [LocaleIdentifier: LocaleCatalogs], _ broken: inout [Finding]
    ) throws {
      do {
        let loaded = try loaded.get()
        let faults = loaded.findings.filter { $0.severity == .error && $0.key == nil }
        broken += faults
        if faults.isEmpty || catalogs[locale] == nil { catalogs[locale] = loaded }
      } catch {
        guard catalogs[locale] != nil else { throw error }
        broken += error.findings
      }
    }

    /// Runs the checks over the current state and puts what they find on the pages. They take longer
    /// than loading, so pages are shown first and marked a moment later.
    ///
    /// - Returns: The state after it, if there is anything new to show.
    func check() -> Snapshot? {
      let snapshot = snapshot
      let site = snapshot.pages.site
      guard let source = snapshot.catalogs[site.source] else { return nil }
      // A glossary that cannot be read is told by `langue check`; here there is none then.
      let words = try? FileContents.read("\(site.root)/\(Glossary.path)")
      let runner = CheckRunner(
        site: site, templates: snapshot.files.templates,
        glossary: words.flatMap { try? Glossary(parsing: $0) } ?? Glossary())
      let targets = site.targets.compactMap { snapshot.catalogs[$0] }
      guard let findings = try? runner.run(source: source, targets: targets),
        findings != snapshot.findings
      else { return nil }
      var after = snapshot
      after.changed = Self.locales(of: findings, otherThan: snapshot.findings, in: site)
      after.findings = findings
      after.pages.replace(findings)
      return state.withLock { state in
        // Files that changed meanwhile are checked on their own.
        guard state.snapshot.version == snapshot.version else { return nil }
        after.version += 1
        state.advance(to: after)
        return after
      }
    }

    /// The locales that something else was found in; nil where it is about the site.
    private static func locales(
      of findings: [Finding], otherThan before: [Finding], in site: Site
    ) -> Set<LocaleIdentifier>? {
      var locales: Set<LocaleIdentifier> = []
      for finding in Set(findings).symmetricDifference(before) {
        guard let tag = finding.locale, let locale = LocaleIdentifier(tag), locale != site.source
        else { return nil }
        locales.insert(locale)
      }
      return locales
    }

    private static func load(_ site: Site, after before: Snapshot?) throws -> Snapshot {
      let loader = CatalogLoader(site: site)
      // The templates are read while the catalogues are.
      let reading = DispatchGroup()
      let read = Mutex<Result<PageFiles, FileError>?>(nil)
      DispatchQueue.global().async(group: reading) {
        let loaded = Result { () throws(FileError) in try PageFiles.load(root: site.root) }
        read.withLock { $0 = loaded }
      }
      let loaded = load(site.locales, loader)
      reading.wait()
      var files = try read.withLock { $0 }?.get() ?? PageFiles.load(root: site.root)
      var broken = files.findings.filter { $0.severity == .error }
      if let before, !broken.isEmpty { files = before.files }
      var catalogs = before?.catalogs ?? [:]
      for (locale, loaded) in zip(site.locales, loaded) {
        try take(loaded, of: locale, into: &catalogs, &broken)
      }
      let findings = before?.findings ?? catalogs.values.flatMap(\.findings)
      let pages = SitePages(
        site: site, catalogs: Array(catalogs.values), templates: files.templates,
        findings: findings, map: { concurrently($0, $1) })
      return Snapshot(
        pages: pages, catalogs: catalogs, files: files, broken: broken.sorted(),
        findings: findings)
    }
  }
#endif
