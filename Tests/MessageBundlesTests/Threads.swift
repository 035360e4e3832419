import Glibc
import Testing

/// Runs a body on so many threads at once, each with its own number, and waits for all of them.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  final class Job: Sendable {
    let number: Int
    let body: @Sendable (Int) -> Void

    init(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.number = number
      self.body = body
    }
  }
  var threads: [pthread_t] = []
  for number in 0..<count {
    let job = Unmanaged.passRetained(Job(number, body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let job = Unmanaged<Job>.fromOpaque(context).takeRetainedValue()
        job.body(job.number)
        return nil
      }, job.toOpaque())
    if status == 0 {
      threads.append(thread)
    } else {
      job.release()
      Issue.record("no thread \(number): errno \(status)")
    }
  }
  for thread in threads { pthread_join(thread, nil) }
}
