import StringCatalogs

/// The repository that a folder belongs to, as `git` reads it.
struct GitRepository {
  let folder: String

  struct File {
    /// Below the folder, with `/`.
    var path: String
    var bytes: [UInt8]
  }

  /// The commit that a revision means.
  func commit(_ revision: String) throws -> String {
    guard !revision.hasPrefix("-"), !revision.isEmpty else {
      throw Failure("`\(revision)` is no revision: name a commit, a branch or a tag")
    }
    let inside = try git(["rev-parse", "--is-inside-work-tree"])
    guard inside.status == 0 else {
      throw Failure("`\(folder)` is in no git repository: \(Self.reason(inside.errors))")
    }
    let found = try git(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"])
    let commit = Self.line(found.output)
    guard found.status == 0, !commit.isEmpty, commit.utf8.allSatisfy({ $0 != 0x2D }) else {
      throw Failure("git knows no commit `\(revision)`")
    }
    return commit
  }

  /// The files that a commit has below this folder, by their paths. Links are passed over: they are
  /// names, not texts.
  ///
  /// - Parameters:
  ///   - folders: The folders that are looked into; by default all.
  ///   - isWanted: Which of their files are read.
  func files(
    of commit: String, in folders: [String] = [], where isWanted: (String) -> Bool = { _ in true }
  ) throws -> [File] {
    let list = try git(["ls-tree", "-r", "-z", commit, "--"] + folders.map { $0 + "/" })
    guard list.status == 0 else {
      throw Failure("git cannot list `\(commit)`: \(Self.reason(list.errors))")
    }
    // Each entry: mode, type, object, a tab, the path.
    var paths: [String] = []
    var objects: [String] = []
    for entry in list.output.split(separator: 0) {
      guard let tab = entry.firstIndex(of: 0x09) else { continue }
      let words = entry[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let path = String(decoding: entry[entry.index(after: tab)...], as: UTF8.self)
      guard words.count == 3, words[0].hasPrefix("100"), words[1] == "blob", Self.isPlain(path),
        isWanted(path)
      else { continue }
      paths.append(path)
      objects.append(words[2])
    }
    guard !paths.isEmpty else { return [] }
    let contents = try git(
      ["cat-file", "--batch"], input: Array(objects.map { $0 + "\n" }.joined().utf8))
    guard contents.status == 0 else {
      throw Failure("git cannot read `\(commit)`: \(Self.reason(contents.errors))")
    }
    let blobs = try Self.blobs(contents.output, count: paths.count)
    return zip(paths, blobs).map { File(path: $0, bytes: $1) }
  }

  /// The contents in the answer of `cat-file --batch`: a line that ends with the size, the bytes, a line
  /// feed.
  private static func blobs(_ answer: [UInt8], count: Int) throws -> [[UInt8]] {
    var blobs: [[UInt8]] = []
    var rest = answer[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let header = rest[..<end].split(separator: 0x20)
      let start = rest.index(after: end)
      guard header.count == 3, let size = Int(String(decoding: header[2], as: UTF8.self)),
        size >= 0, size < rest.endIndex - start
      else { break }
      blobs.append(Array(rest[start..<start + size]))
      rest = rest[(start + size + 1)...]
    }
    guard blobs.count == count else { throw Failure("git's answer cannot be read") }
    return blobs
  }

  /// Whether a path stays below the folder that it is written to. Hidden files are no part of a site.
  private static func isPlain(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.hasPrefix(".")
    }
  }

  private func git(_ arguments: [String], input: [UInt8] = []) throws -> Subprocess.Result {
    try Subprocess.run("git", ["-C", folder, "--no-pager"] + arguments, input: input)
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// What git says, in one line.
  private static func reason(_ errors: String) -> String {
    let first = errors.split(separator: "\n").first ?? "no reason given"
    return first.hasPrefix("fatal: ") ? String(first.dropFirst(7)) : String(first)
  }
}
