/// This repository, which is a site itself.
enum Repository {
  /// This file stands in Tests/LangueCommandsTests/Running.
  static var folder: String {
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
  }
}
