import Dispatch
import Synchronization

/// Waits on this thread for work that other threads do.
enum Waiting {
  /// The result of an asynchronous function. Only for the main thread: no task waits for it.
  static func result<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value? {
    let box = Box<Value>()
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      let value = await work()
      box.value.withLock { $0 = value }
      isDone.signal()
    }
    isDone.wait()
    return box.value.withLock { $0 }
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
