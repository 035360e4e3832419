import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Threads that share a list of tasks; the results stand in the order of the tasks, whichever
/// thread was first.
///
///     Workers(count: 4).map(locales) { load($0) }
struct Workers {
  var count: Int

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func map<Task: Sendable, Result: Sendable>(
    _ tasks: [Task], _ work: @escaping @Sendable (Task) -> Result
  ) -> [Result] {
    let count = min(count, tasks.count)
    guard count > 1 else { return tasks.map(work) }
    let pool = Pool(tasks: tasks, work: work)
    // This thread works too.
    let threads = (1..<count).compactMap { _ in pool.start() }
    pool.run()
    for thread in threads { pthread_join(thread, nil) }
    return pool.results
  }
}

/// What the threads of one `map` share.
private final class Pool<Task: Sendable, Result: Sendable>: Sendable {
  private let tasks: [Task]
  private let work: @Sendable (Task) -> Result
  private let next = Atomic<Int>(0)
  private let done: Mutex<[(index: Int, result: Result)]>

  init(tasks: [Task], work: @escaping @Sendable (Task) -> Result) {
    self.tasks = tasks
    self.work = work
    done = Mutex([])
  }

  var results: [Result] {
    done.withLock { $0 }.sorted { $0.index < $1.index }.map(\.result)
  }

  func run() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard tasks.indices.contains(index) else { return }
      let result = work(tasks[index])
      done.withLock { $0.append((index, result)) }
    }
  }

  /// Starts a thread that works on the tasks, or says nil where the system gives no more threads:
  /// the others do its share.
  func start() -> pthread_t? {
    let context = Unmanaged.passRetained(Body { self.run() })
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = pthread_create(&thread, nil, Body.main, context.toOpaque())
    guard status == 0 else {
      context.release()
      return nil
    }
    return thread
  }
}

/// What a thread does, in a box that C can carry.
private final class Body: Sendable {
  private let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }

  #if canImport(Darwin)
    static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
      Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run()
      return nil
    }
  #else
    static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      if let context = $0 { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
      return nil
    }
  #endif
}
