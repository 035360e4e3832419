/// Values in memory of their own that never change: read without taking hold of anything, each place
/// checked. Its owner frees it.
struct ConstantTable<Element>: @unchecked Sendable {
  // @unchecked: the memory is only read after it is made.
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    count = elements.count
    base = UnsafeMutablePointer.allocate(capacity: max(1, elements.count))
    base.initialize(from: elements, count: elements.count)
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "not a place of the table")
    return base[index]
  }

  @inline(__always)
  func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<Element> {
    precondition(start >= 0 && start <= end && end <= count, "not places of the table")
    return UnsafeBufferPointer(start: base + start, count: end - start)
  }

  func deallocate() {
    base.deinitialize(count: count)
    base.deallocate()
  }
}
