import FoundationEssentials
import Testing

/// One test of the MessageFormat 2 suite, as far as the syntax is concerned.
struct SuiteTest: Sendable, CustomTestStringConvertible {
  var file: String
  var source: String
  var errors: [String]

  var testDescription: String { "\(file): \(source)" }

  /// The errors that can be found without formatting.
  static let parsingErrors: Set<String> = [
    "syntax-error", "variant-key-mismatch", "missing-fallback-variant",
    "missing-selector-annotation", "duplicate-declaration", "duplicate-option-name",
    "duplicate-variant",
  ]

  static let all: [SuiteTest] = {
    var tests: [SuiteTest] = []
    for path in SharedData.files(below: "conformance/messageformat2/test/tests")
    where path.hasSuffix(".json") {
      guard let data = try? SharedData.bytes(path),
        let file = try? JSONDecoder().decode(File.self, from: Data(data))
      else {
        fatalError("cannot read \(path)")
      }
      for test in file.tests {
        tests.append(
          SuiteTest(
            file: path.split(separator: "/").last.map(String.init) ?? path,
            source: test.src ?? file.defaultTestProperties?.src ?? "",
            errors: (test.expErrors ?? file.defaultTestProperties?.expErrors)?.list ?? []))
      }
    }
    return tests
  }()

  private struct File: Decodable {
    var defaultTestProperties: Test?
    var tests: [Test]
  }

  private struct Test: Decodable {
    var src: String?
    var expErrors: Errors?
  }

  /// A list of errors, or `true` for "some".
  private struct Errors: Decodable {
    var list: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if (try? container.decode(Bool.self)) != nil {
        list = ["any"]
      } else {
        list = try container.decode([[String: String]].self).compactMap { $0["type"] }
      }
    }
  }
}
