import FoundationEssentials
import Glibc
import LocaleIdentifiers
import MessageBundles
import MessageFormat
import MessageSyntax
import Peers

/// Look-up by key in the files that three formats have for one locale's messages.
enum BundleBenchmark {
  private static let locale: LocaleIdentifier = "pl"

  /// Writes what the measurement needs and what gettext's and ICU's own tools compile: the same keys,
  /// and for plain messages the same texts.
  static func prepare(_ workload: String, into folder: String) throws {
    let icu = try Workload.messages("\(workload)/mf1/\(locale.tag).json")
    let messages = try Workload.messages("\(workload)/mf2/\(locale.tag).json")
    var writer = BundleWriter(locale: locale)
    for (key, text) in messages {
      if isPlain(text) {
        writer.add(key: key, text: text)
      } else if MessageFormat2.parse(text).isValid {
        // One message in a hundred of the workload is broken on purpose.
        writer.add(key: key, messageFormat2: text)
      }
    }
    try Data(writer.bytes()).write(to: URL(filePath: "\(folder)/\(locale.tag).langue"))
    var gettext = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    for key in icu.keys.sorted() {
      gettext += "\nmsgid \"\(key)\"\nmsgstr \"\(escaped(icu[key] ?? ""))\"\n"
    }
    try Data(gettext.utf8).write(to: URL(filePath: "\(folder)/\(locale.tag).po"))
  }

  private static func isPlain(_ text: String) -> Bool {
    !text.utf8.contains { "{}<\\'".utf8.contains($0) } && !text.isEmpty && !text.hasPrefix(".")
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\"", "\\": result += "\\\(character)"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  static func run(_ workload: String, folder: String) throws {
    let icu = try Workload.messages("\(workload)/mf1/\(locale.tag).json")
    let messages = try Workload.messages("\(workload)/mf2/\(locale.tag).json")
    // A text of the one syntax may be a message in the other.
    var keys = messages.keys.filter { key in
      icu[key] == messages[key] && isPlain(messages[key] ?? "")
    }.sorted()
    var generator = Shuffle()
    keys.shuffle(using: &generator)
    let count = keys.count

    let path = "\(folder)/\(locale.tag).langue"
    let (bundle, own) = try opened { try MessageBundle(path: path) }
    let (resources, icuOpening) = try opened {
      guard let opened = icu_resources_open(folder, locale.tag) else {
        throw BenchmarkError("ICU does not open \(folder)/\(locale.tag).res")
      }
      return opened
    }
    defer { icu_resources_close(resources) }
    guard gettext_open(folder, locale.tag) != 0 else { throw BenchmarkError("no gettext") }
    let names = keys.map { strdup($0) }
    defer { for name in names { free(name) } }
    let pointers = names.compactMap { $0.map { UnsafePointer($0) } }
    let (missing, gettextOpening) = try opened { gettext_look_up(pointers, 1, 1) }
    let all = Int64(count)
    guard missing == 0, gettext_look_up(pointers, all, all) == 0,
      icu_resources_look_up(resources, pointers, all, all) == 0,
      icu_resources_look_up_utf8(resources, pointers, all, all) == 0
    else { throw BenchmarkError("a peer does not find a key") }
    for key in keys where bundle.format(key) != messages[key] {
      throw BenchmarkError("the bundle does not say what was written for \(key)")
    }

    var table = Table(
      "Look-up of \(count) plain messages, shuffled, in a file of \(bundle.count): per look-up")
    table.add(
      "look-up",
      measure([
        Job(name: "langue, in place") { repeats in
          var sum = 0
          for index in 0..<repeats {
            sum += bundle.withPlainText(of: keys[index % count]) { Int($0[0]) } ?? 0
          }
          return sum
        },
        Job(name: "langue, reused [UInt8]") { repeats in
          var sum = 0
          var buffer: [UInt8] = []
          buffer.reserveCapacity(4096)
          for index in 0..<repeats {
            buffer.removeAll(keepingCapacity: true)
            _ = bundle.format(keys[index % count], into: &buffer)
            sum += buffer.count
          }
          return sum
        },
        Job(name: "langue, new String") { repeats in
          var sum = 0
          for index in 0..<repeats { sum += bundle.format(keys[index % count])?.utf8.count ?? 0 }
          return sum
        },
        Job(name: "gettext .mo") { Int(gettext_look_up(pointers, all, Int64($0))) },
        Job(name: "ICU ures_, UTF-16") {
          Int(icu_resources_look_up(resources, pointers, all, Int64($0)))
        },
        Job(name: "ICU ures_, into UTF-8") {
          Int(icu_resources_look_up_utf8(resources, pointers, all, Int64($0)))
        },
      ]))
    let opening = measure([
      Job(name: "langue, and verifying all") { repeats in
        var sum = 0
        for _ in 0..<repeats {
          guard let bundle = try? MessageBundle(path: path), (try? bundle.verify()) != nil else {
            continue
          }
          sum += bundle.count
        }
        return sum
      },
      Job(name: "langue") { repeats in
        var sum = 0
        for _ in 0..<repeats { sum += (try? MessageBundle(path: path))?.count ?? 0 }
        return sum
      },
    ])
    table.add("opening", opening)
    table.print()
    print(
      """
      opening for the first time in the process, microseconds: langue \(microseconds(own)), \
      ICU ures_ \(microseconds(icuOpening)), gettext with its first look-up \
      \(microseconds(gettextOpening))
      """)
  }

  private static func microseconds(_ nanoseconds: Double) -> String {
    Table.decimal(nanoseconds / 1e3, 1)
  }

  /// What a body returns, and the processor time it took.
  private static func opened<Result>(_ body: () throws -> Result) throws -> (Result, Double) {
    var result: Swift.Result<Result, any Error>?
    let time = nanoseconds {
      result = Swift.Result(catching: body)
      return 0
    }
    guard let result else { throw BenchmarkError("nothing was opened") }
    return (try result.get(), time)
  }

  /// The same order in every run.
  private struct Shuffle: RandomNumberGenerator {
    private var state: UInt64 = 7

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
