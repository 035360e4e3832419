import FoundationEssentials
import MessageFormat
import Testing

struct MessageFunctionRegistryTests {
  @Test func `every function of the folder is registered`() throws {
    var path = #filePath.split(separator: "/").dropLast(4).map(String.init)
    path += ["Sources", "MessageFormat", "Functions"]
    let folder = "/" + path.joined(separator: "/")
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let data = try Data(contentsOf: URL(filePath: folder + "/" + file))
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n")
      where line.contains("static let")
        && (line.contains("= MessageFunction(") || line.contains("= ruleBased("))
      {
        count += 1
      }
    }
    #expect(count == MessageFunctionRegistry.standard.names.count)
    #expect(count >= 18)
  }
}
