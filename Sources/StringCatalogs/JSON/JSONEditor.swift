public import Diagnostics

/// Changes values of a JSON text and leaves every other byte as it is.
///
///     var editor = try JSONEditor(bytes)
///     editor.replace(value.span, with: .string("Koszyk"))
///     editor.append([.init("@cart.title", ["state": "translated"])], to: document.root)
///     let changed = try editor.finish()
///
/// Indentation and line ends of what is added follow the text around it. The result is read again
/// before it is returned, so that a broken file is never handed on.
public struct JSONEditor: Sendable {
  public let document: JSONDocument
  private var edits: [(range: Range<Int>, text: String)] = []

  public init(_ bytes: [UInt8]) throws(Diagnostic) {
    document = try JSONDocument(parsing: bytes)
  }

  public init(_ document: JSONDocument) {
    self.document = document
  }

  /// Puts another value in the place of one.
  public mutating func replace(_ value: JSONValue, with tree: JSONTree) {
    edits.append(
      (value.span, text(of: tree, indentation: indentation(ofLineAt: value.span.lowerBound))))
  }

  /// Changes the values of an object's members, and adds those that it does not have behind the last.
  public mutating func set(_ members: [JSONTree.Member], in object: JSONValue) {
    var new: [JSONTree.Member] = []
    for member in members {
      if let value = object.member(member.name) {
        replace(value, with: member.value)
      } else {
        new.append(member)
      }
    }
    append(new, to: object)
  }

  /// Adds members behind the last one of an object. An object without members takes one call only.
  public mutating func append(_ members: [JSONTree.Member], to object: JSONValue) {
    guard !members.isEmpty else { return }
    if let last = object.members.reduce(nil as JSONValue.Member?, { $1 }) {
      return insert(members, behind: last)
    }
    let outer = indentation(ofLineAt: object.span.lowerBound)
    let inner = outer + indentationStep
    let range = object.span.lowerBound + 1..<object.span.upperBound - 1
    if isIndented {
      let lines = members.map { inner + text(of: $0, indentation: inner) }
      edits.append((range, lineEnd + lines.joined(separator: "," + lineEnd) + lineEnd + outer))
    } else {
      edits.append((range, members.map { text(of: $0, indentation: nil) }.joined(separator: ", ")))
    }
  }

  /// Adds members right behind another one of the same object.
  public mutating func insert(_ members: [JSONTree.Member], behind member: JSONValue.Member) {
    let place = member.value.span.upperBound
    let start = member.key.span.lowerBound
    for member in members {
      if startsLine(start) {
        let indentation = indentation(ofLineAt: start)
        edits.append(
          (
            place..<place,
            "," + lineEnd + indentation + text(of: member, indentation: indentation)
          ))
      } else {
        edits.append((place..<place, ", " + text(of: member, indentation: nil)))
      }
    }
  }

  /// The changed text.
  ///
  /// - Throws: `overlapping-edits`, if two changes meet, or a fault of the result, which then has not
  ///   been what was wanted.
  public func finish() throws(Diagnostic) -> [UInt8] {
    // Of insertions at one place the first stays first.
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
    let bytes = document.bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + sorted.reduce(0) { $0 + $1.text.utf8.count })
    var offset = 0
    for edit in sorted {
      guard edit.range.lowerBound >= offset, edit.range.upperBound <= bytes.count else {
        throw Diagnostic(
          code: "overlapping-edits", message: "two changes meet in one place", span: edit.range)
      }
      result += bytes[offset..<edit.range.lowerBound]
      result += edit.text.utf8
      offset = edit.range.upperBound
    }
    result += bytes[offset...]
    _ = try JSONDocument(parsing: result)
    return result
  }
}

extension JSONEditor {
  private func text(of member: JSONTree.Member, indentation: String?) -> String {
    "\(JSONWriter.quoted(member.name)): \(text(of: member.value, indentation: indentation))"
  }

  /// A value as it is written into a line: broken into lines like the text around it, or in one line
  /// where that has none.
  private func text(of tree: JSONTree, indentation: String?) -> String {
    guard let indentation, isIndented else { return oneLine(tree) }
    let lines = tree.text(.indented).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      guard index > 0 else { return String(line) }
      let depth = line.prefix { $0 == " " }.count / 2
      return indentation + String(repeating: indentationStep, count: depth)
        + line.dropFirst(2 * depth)
    }.joined(separator: lineEnd)
  }

  private func oneLine(_ tree: JSONTree) -> String {
    switch tree {
    case .array(let elements): "[" + elements.map(oneLine).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.map { "\(JSONWriter.quoted($0.name)): \(oneLine($0.value))" }
        .joined(separator: ", ") + "}"
    default: tree.text(.compact)
    }
  }

  /// Whether the document is written in several lines.
  private var isIndented: Bool { document.bytes.contains(UInt8(ascii: "\n")) }

  private var lineEnd: String {
    guard let feed = document.bytes.firstIndex(of: UInt8(ascii: "\n")), feed > 0 else {
      return "\n"
    }
    return document.bytes[feed - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  /// What one level is indented by: the white space before the first member that starts a line.
  private var indentationStep: String {
    guard let first = document.root.members.first(where: { startsLine($0.key.span.lowerBound) })
    else { return "  " }
    let found = indentation(ofLineAt: first.key.span.lowerBound)
    return found.isEmpty ? "  " : found
  }

  private func startsLine(_ place: Int) -> Bool {
    var offset = place
    while offset > 0, Self.isSpace(document.bytes[offset - 1]) { offset -= 1 }
    return offset > 0 && document.bytes[offset - 1] == UInt8(ascii: "\n")
  }

  private func indentation(ofLineAt place: Int) -> String {
    let bytes = document.bytes
    let start = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start..<place].prefix(while: Self.isSpace), as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
