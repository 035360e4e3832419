/// Memory that text is written into, as far as it goes: what does not fit is left out and noted.
///
///     withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512) { memory in
///       var room = UTF8Room(memory)
///       room.append("Hello")
///       send(room.bytes)
///     }
///
/// The memory is somebody else's, usually the stack's: a room must not be used when it is gone.
@frozen public struct UTF8Room {
  @usableFromInline let base: UnsafeMutablePointer<UInt8>?
  @usableFromInline let capacity: Int
  @usableFromInline var used = 0
  @usableFromInline var overflowed = false

  /// Room in uninitialized memory.
  @inlinable @inline(__always)
  public init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    base = memory.baseAddress
    capacity = memory.count
  }

  /// What was written.
  @inlinable @inline(__always)
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: used) }

  /// How many bytes were written.
  @inlinable @inline(__always)
  public var count: Int { used }

  /// Whether something did not fit, so that `bytes` are not the whole text.
  @inlinable @inline(__always)
  public var isFull: Bool { overflowed }

  /// Empties the room, to be used again.
  @inlinable @inline(__always)
  public mutating func removeAll() {
    used = 0
    overflowed = false
  }

  /// Goes back to an earlier `count`.
  @inlinable @inline(__always)
  package mutating func removeAll(from count: Int) {
    used = Swift.min(used, Swift.max(0, count))
    overflowed = false
  }

  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    guard let base, used < capacity else {
      overflowed = true
      return
    }
    base[used] = byte
    used &+= 1
  }

  @inlinable @inline(__always)
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    guard let base, bytes.count <= capacity &- used else {
      overflowed = true
      return
    }
    (base + used).update(from: source, count: bytes.count)
    used &+= bytes.count
  }

  @inlinable @inline(__always)
  public mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  @inlinable @inline(__always)
  public mutating func append(_ text: String) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { append($0) }
    if done == nil { append(Array(text.utf8)) }
  }

  /// Appends what a body writes to an array; false, and nothing appended, if the body says so or needs
  /// more than a kilobyte.
  package static func append(
    to buffer: inout [UInt8], _ body: (inout UTF8Room) -> Bool
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { memory in
      var room = UTF8Room(memory)
      guard body(&room), !room.isFull else { return false }
      buffer.append(contentsOf: room.bytes)
      return true
    }
  }
}

// It points to memory that it does not own.
@available(*, unavailable)
extension UTF8Room: Sendable {}
