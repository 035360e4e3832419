import FoundationEssentials
import LocaleServices
import MessageFormat

/// One test of Unicode's MessageFormat 2 suite, its file's defaults filled in.
struct SuiteCase {
  var name: String
  var locale: String
  var source: String
  var isolation: BidiIsolation
  var arguments: [String: Argument]
  var expected: String?
  var expectedParts: [[String: JSONValue]]?
  var expectedErrors: [String]

  /// All tests of the suite, in the order of their files.
  static func all() throws -> [SuiteCase] {
    let folder = "conformance/messageformat2/test/tests"
    return try SharedData.files(below: folder).filter { $0.hasSuffix(".json") }.flatMap { path in
      let file = try JSONDecoder().decode(File.self, from: SharedData.data(path))
      let defaults = file.defaultTestProperties ?? [:]
      return file.tests.enumerated().map { index, test in
        SuiteCase(
          name: "\(path.dropFirst(folder.count + 1))[\(index)]",
          properties: defaults.merging(test) { $1 })
      }
    }
  }

  private struct File: Decodable {
    var defaultTestProperties: [String: JSONValue]?
    var tests: [[String: JSONValue]]
  }

  private init(name: String, properties: [String: JSONValue]) {
    self.name = name
    locale = properties["locale"]?.string ?? "en-US"
    source = properties["src"]?.string ?? ""
    isolation = properties["bidiIsolation"]?.string.flatMap(BidiIsolation.init) ?? .default
    expected = properties["exp"]?.string
    expectedParts = properties["expParts"]?.array?.compactMap(\.object)
    expectedErrors =
      properties["expErrors"]?.array?.compactMap { $0.object?["type"]?.string } ?? []
    arguments = [:]
    for parameter in properties["params"]?.array ?? [] {
      guard let object = parameter.object, let key = object["name"]?.string else { continue }
      arguments[key] = object["value"].flatMap { value in
        object["type"]?.string == "datetime"
          ? value.string.flatMap { DateValue($0) }.map(Argument.date) : value.argument
      }
    }
  }
}

enum JSONValue: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  var string: String? { if case .string(let value) = self { value } else { nil } }
  var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  var object: [String: JSONValue]? { if case .object(let value) = self { value } else { nil } }

  var argument: Argument? {
    switch self {
    case .bool(let value): .boolean(value)
    case .number(let value): Int(exactly: value).map(Argument.integer) ?? .number(value)
    case .string(let value): .string(value)
    case .null, .array, .object: nil
    }
  }
}
