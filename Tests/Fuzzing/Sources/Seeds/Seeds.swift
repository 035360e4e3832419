import StringCatalogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes the short strings of some JSON files into a folder, a file each: what fuzzing starts from.
///
///     Seeds FOLDER FILE…
@main
struct Seeds {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first else {
      print("usage: Seeds FOLDER FILE…")
      exit(2)
    }
    var count = 0
    for path in arguments.dropFirst() {
      guard let bytes = try? FileContents.read(path),
        let document = try? JSONDocument(parsing: bytes)
      else { continue }
      write(document.root, to: folder, &count)
    }
    print("\(count) seeds")
  }

  private static func write(_ value: JSONValue, to folder: String, _ count: inout Int) {
    if let text = value.string, !text.isEmpty, text.utf8.count <= 512,
      let file = fopen("\(folder)/\(count)", "w")
    {
      fputs(text, file)
      fclose(file)
      count += 1
    }
    for element in value.elements { write(element, to: folder, &count) }
    for member in value.members { write(member.value, to: folder, &count) }
  }
}
