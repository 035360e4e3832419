import FoundationEssentials

struct BenchmarkError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// The messages that `gen.py` wrote, in the two syntaxes.
struct Workload {
  let folder: String
  private(set) var messageFormat2: [String] = []
  private(set) var icu: [String] = []

  init(folder: String) throws {
    self.folder = folder
    for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/mf2").sorted() {
      messageFormat2 += try Self.messages("\(folder)/mf2/\(name)").values
      icu += try Self.messages("\(folder)/mf1/\(name)").values
    }
  }

  /// The messages of one file by their keys.
  static func messages(_ path: String) throws -> [String: String] {
    try decode([String: String].self, path)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path)))
  }
}
