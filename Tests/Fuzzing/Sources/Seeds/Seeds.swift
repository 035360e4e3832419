import CatalogFormats
import StringCatalogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes what fuzzing starts from into a folder, a file each: the short strings of some JSON files, or
/// small catalogues of a format.
///
///     Seeds FOLDER FILE…
///     Seeds FOLDER --format NAME FILE…
@main
struct Seeds {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first else {
      print("usage: Seeds FOLDER [--format NAME] FILE…")
      exit(2)
    }
    if arguments.dropFirst().first == "--format" {
      let name = arguments.dropFirst(2).first ?? ""
      guard let format = CatalogFormatList.named(name) else {
        print("there is no format `\(name)`")
        exit(2)
      }
      var seeds = FormatSeeds(format: format, folder: folder)
      for path in arguments.dropFirst(3) { seeds.add(path) }
      print("\(seeds.count) seeds")
      return
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
      write(Array(text.utf8), to: "\(folder)/\(count)")
    {
      count += 1
    }
    for element in value.elements { write(element, to: folder, &count) }
    for member in value.members { write(member.value, to: folder, &count) }
  }

  /// Whether a seed could be written.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
