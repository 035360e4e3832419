import Diagnostics
import FoundationEssentials
import MessageSyntax
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The time that reading takes grows with the length, no faster: measured in the thread's own time, the
/// best of several runs, with much room, and only where slow tests are asked for.
///
/// That MessageFormat 2's reader compares in linear time is counted exactly elsewhere
/// (`LinearTimeTests`).
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["LANGUE_SLOW_TESTS"] != nil,
    "measures time: set LANGUE_SLOW_TESTS"))
struct ParsingTimeTests {
  /// Texts of about a given length.
  private static let shapes: [(name: String, make: @Sendable (Int) -> String)] = [
    ("text", { String(repeating: "a", count: $0) }),
    ("quotations", { String(repeating: "'{'", count: $0 / 3) }),
    ("one quotation", { "'{" + String(repeating: "''", count: $0 / 2) }),
    ("branches", { n in branches("plural", n / 12) { "=\($0) {a}" } }),
    ("keywords", { n in branches("select", n / 12) { "k\($0) {a}" } }),
    ("equal branches", { n in branches("select", n / 6) { _ in "k {a}" } }),
    ("choices", { n in "{n, choice, 0#a" + (1..<(n / 8)).map { "|\($0)#a" }.joined() + "}" }),
    ("style", { "{n, date, " + String(repeating: "{}", count: $0 / 2) + "}" }),
    ("unfinished style", { "{n, date, " + String(repeating: "{", count: $0) }),
    ("unfinished quotation", { "{n, date, '" + String(repeating: "a", count: $0) }),
    ("white space", { "{n," + String(repeating: " ", count: $0) + "number}" }),
    ("signs", { String(repeating: "<", count: $0) }),
  ]

  private static func branches(
    _ type: String, _ count: Int, _ branch: (Int) -> String
  ) -> String {
    "{n, \(type), " + (0..<count).map(branch).joined() + "other {}}"
  }

  private func seconds(_ work: () -> Void) -> Double {
    (0..<5).map { _ in
      let start = now()
      for _ in 0..<4 { work() }
      return now() - start
    }.min() ?? 0
  }

  /// The time that this thread has run.
  private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test(arguments: shapes.map(\.name))
  func `eight times the text takes about eight times as long`(name: String) throws {
    let shape = try #require(Self.shapes.first { $0.name == name })
    let sizes = [8_000, 16_000, 32_000, 64_000]
    for dialect in ICUMessageFormat.Dialect.allCases {
      let times = sizes.map { size in
        let source = shape.make(size)
        return seconds { _ = ICUMessageFormat.parse(source, dialect: dialect) }
      }
      // Quadratic time would be 64 times as long.
      let ratio = (times.last ?? 0) / max(times.first ?? 0, 1e-6)
      #expect(ratio < 30, "\(dialect) \(times)")
    }
    let times = sizes.map { size in
      let source = shape.make(size)
      return seconds { _ = MessageFormat2.parse(source) }
    }
    #expect((times.last ?? 0) / max(times.first ?? 0, 1e-6) < 30, "\(times)")
  }
}
