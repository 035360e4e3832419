import LocaleServices

/// The arguments of one message by their place, so that nothing is looked up by name while it is
/// formatted.
///
///     var values = formatter.argumentValues()
///     values["name"] = "Anna"
///     formatter.format(values, into: &buffer)
///
/// They belong to the message that made them; another message takes what stands at its own places.
public struct ArgumentValues: Sendable {
  private(set) var storage: Storage

  /// Shared by copies until one of them is changed.
  final class Storage: @unchecked Sendable {
    // @unchecked: changed only by the one `ArgumentValues` that holds it.
    let names: [String]
    let count: Int
    private let arguments: UnsafeMutablePointer<Argument?>
    private let kinds: UnsafeMutablePointer<PlainArgument>
    private let texts: UnsafeMutablePointer<String>

    fileprivate init(names: [String], values: [Argument?]) {
      self.names = names
      count = values.count
      arguments = .allocate(capacity: max(1, count))
      kinds = .allocate(capacity: max(1, count))
      texts = .allocate(capacity: max(1, count))
      arguments.initialize(from: values, count: count)
      for index in 0..<count {
        (kinds + index).initialize(to: PlainArgument(values[index]))
        (texts + index).initialize(to: values[index]?.string ?? "")
      }
    }

    deinit {
      arguments.deinitialize(count: count)
      arguments.deallocate()
      kinds.deallocate()
      texts.deinitialize(count: count)
      texts.deallocate()
    }

    var values: [Argument?] { Array(UnsafeBufferPointer(start: arguments, count: count)) }

    subscript(index: Int) -> Argument? {
      get {
        precondition(index >= 0 && index < count, "not a place of the arguments")
        return arguments[index]
      }
      set {
        precondition(index >= 0 && index < count, "not a place of the arguments")
        kinds[index] = PlainArgument(newValue)
        texts[index] = newValue?.string ?? ""
        arguments[index] = newValue
      }
    }

    /// What a value is, read without taking hold of it.
    @inline(__always)
    func plain(_ index: Int) -> PlainArgument {
      precondition(index >= 0 && index < count, "not a place of the arguments")
      return kinds[index]
    }

    /// The string; empty where the argument is none.
    @inline(__always)
    func string(_ index: Int) -> String {
      precondition(index >= 0 && index < count, "not a place of the arguments")
      return texts[index]
    }
  }

  init(names: [String]) {
    storage = Storage(names: names, values: Array(repeating: nil, count: names.count))
  }

  init(names: [String], arguments: [String: Argument]) {
    storage = Storage(names: names, values: names.map { arguments[$0] })
  }

  /// The names, in the order of `MessageFormatter.argumentNames`.
  public var names: [String] { storage.names }

  /// The argument at a place; nil if there is none, or no such place.
  public subscript(index: Int) -> Argument? {
    get { index >= 0 && index < storage.count ? storage[index] : nil }
    set {
      guard index >= 0, index < storage.count else { return }
      if !isKnownUniquelyReferenced(&storage) {
        storage = Storage(names: storage.names, values: storage.values)
      }
      storage[index] = newValue
    }
  }

  /// The argument of a name. A name that the message does not use is passed over.
  public subscript(name: String) -> Argument? {
    get { names.firstIndex(of: name).flatMap { self[$0] } }
    set { if let index = names.firstIndex(of: name) { self[index] = newValue } }
  }
}

extension Argument {
  fileprivate var string: String? {
    if case .string(let string) = self { string } else { nil }
  }
}

/// An argument as far as the quick way of formatting takes it, without references.
enum PlainArgument: Sendable {
  case string
  case integer(Int)
  case number(Double)
  case date(ZonelessDate)
  /// None, or one that is left to the rules.
  case other

  init(_ argument: Argument?) {
    switch argument {
    case .string: self = .string
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .date(let value): self = ZonelessDate(value).map { .date($0) } ?? .other
    case nil, .decimal, .list, .boolean: self = .other
    }
  }
}
