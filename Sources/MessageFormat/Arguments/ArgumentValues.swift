/// The arguments of one message by their place, so that nothing is looked up by name while it is
/// formatted.
///
///     var values = formatter.argumentValues()
///     values["name"] = "Anna"
///     formatter.format(values, into: &buffer)
///
/// They belong to the message that made them; another message takes what stands at its own places.
public struct ArgumentValues: Sendable {
  /// The names, in the order of `MessageFormatter.argumentNames`.
  public let names: [String]
  @usableFromInline var values: [Argument?]

  init(names: [String]) {
    self.names = names
    values = Array(repeating: nil, count: names.count)
  }

  init(names: [String], arguments: [String: Argument]) {
    self.names = names
    values = names.map { arguments[$0] }
  }

  /// The argument at a place; nil if there is none, or no such place.
  @inlinable public subscript(index: Int) -> Argument? {
    get { values.indices.contains(index) ? values[index] : nil }
    set { if values.indices.contains(index) { values[index] = newValue } }
  }

  /// The argument of a name. A name that the message does not use is passed over.
  public subscript(name: String) -> Argument? {
    get { names.firstIndex(of: name).flatMap { self[$0] } }
    set { if let index = names.firstIndex(of: name) { self[index] = newValue } }
  }
}
