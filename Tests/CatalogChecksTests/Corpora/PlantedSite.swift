import CatalogChecks
import Diagnostics
import LocaleIdentifiers
import StringCatalogs
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A site of 48 locales that the workload generator writes, with faults in known places.
struct PlantedSite {
  /// What the generator did to a locale.
  struct Truth {
    var missing: Set<String> = []
    /// The kind of fault by key: `syntax`, `placeholder` or `plural-category`.
    var broken: [String: String] = [:]
  }

  /// A syntax's folder, and whether its files have to say so.
  enum Format: String, CaseIterable, Sendable {
    case mf1, mf2
  }

  static let source = "en-US"
  private(set) var truth: [String: Truth] = [:]
  private let folder: GeneratedFolder

  /// Whether the generator and a Python to run it are there.
  static let isPossible: Bool = {
    guard let path = SharedFolder.path else { return false }
    return FolderContents.kind(of: path + "/bench/gen.py") == .file
      && (try? GeneratedFolder.run(["python3", "-c", ""])) == 0
  }()

  static let whySkipped: Comment = "SKIPPED: needs python3 and the shared workload generator"

  init(keys: Int) throws {
    folder = try GeneratedFolder()
    let generator = try #require(SharedFolder.path) + "/bench/gen.py"
    let status = try GeneratedFolder.run(
      ["python3", generator, folder.path, String(keys), "--formats", "mf1,mf2"])
    try #require(status == 0, "the generator failed")
    let document = try JSONDocument(parsing: FileContents.read(folder.path + "/truth.json"))
    for locale in document.root.members {
      var truth = Truth()
      let broken = locale.value.member("broken")
      for key in locale.value.member("missing").map({ Array($0.elements) }) ?? [] {
        truth.missing.insert(try #require(key.string))
      }
      for fault in broken.map({ Array($0.members) }) ?? [] {
        truth.broken[try #require(fault.key.string)] = fault.value.string
      }
      self.truth[try #require(locale.key.string)] = truth
    }
  }

  /// Everything that all checks find.
  ///
  /// - Parameter readsEverything: whether messages are read too that have their source's outline.
  func findings(_ format: Format, readsEverything: Bool = false) throws -> [Finding] {
    let site = try site()
    var runner = CheckRunner(site: site)
    if readsEverything { runner = runner.readingEverything }
    let prepared = try runner.prepare(try catalogs(site.source, format))
    var reports = [prepared.report]
    for locale in site.targets {
      reports.append(try runner.check(try catalogs(locale, format), against: prepared))
    }
    return runner.findings(reports, source: prepared)
  }

  /// How complete the locales are.
  ///
  /// - Parameter readsEverything: whether messages are read too that have their source's outline.
  func coverage(_ format: Format, readsEverything: Bool = false) throws -> Coverage {
    let site = try site()
    let meter = try CoverageMeter(site: site, source: try catalogs(site.source, format))
    return meter.coverage(
      of: try site.targets.map {
        try meter.measure(try catalogs($0, format), readingEverything: readsEverything)
      })
  }

  private func site() throws -> Site {
    let nowhere = LineIndex([]).range(0..<0)
    let source = try requireLocale(Self.source)
    let targets = try truth.keys.filter { $0 != Self.source }.sorted().map(requireLocale)
    var entries = [
      SiteEntry(isDefault: true, locale: source, label: "Default", labelSpan: nowhere)
    ]
    for locale in targets {
      entries.append(SiteEntry(locale: locale, label: locale.tag, labelSpan: nowhere))
    }
    return Site(root: folder.path, source: source, entries: entries)
  }

  private func catalogs(_ locale: LocaleIdentifier, _ format: Format) throws -> LocaleCatalogs {
    var bytes = try FileContents.read("\(folder.path)/\(format)/\(locale).json")
    if format == .mf1 {
      let brace = try #require(bytes.firstIndex(of: UInt8(ascii: "{")))
      bytes.insert(contentsOf: Array(#""@@syntax": "icu","#.utf8), at: brace + 1)
    }
    let file = CatalogFile(path: "Strings/\(locale)/messages.json", bytes: bytes)
    return LocaleCatalogs(locale: locale, catalogs: [CatalogReader.json.read(file, locale)])
  }
}

/// A temporary folder that another program fills, gone with the test.
private final class GeneratedFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/langue-planted-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
  }

  deinit { _ = try? Self.run(["rm", "-rf", path]) }

  /// Runs a program that is found on the path, without its output, and returns its exit code.
  static func run(_ command: [String]) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    // A thread that runs tests may have signals blocked, which Python's workers wait for.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var process = pid_t()
    guard posix_spawnp(&process, command[0], &actions, &attributes, arguments, environ) == 0 else {
      return 127
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { try #require(errno == EINTR) }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
  }
}
