#if Preview
  import HummingbirdCore
  import NIOCore
  import NIOHTTPTypes

  /// Closes a connection whose request has not arrived in whole after some seconds, so that many
  /// slow ones do not keep the others out.
  ///
  /// Safe to call itself sendable: a channel runs its handlers on one thread.
  final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler, @unchecked Sendable {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private static let limit = TimeAmount.seconds(15)
    private var timer: Scheduled<Void>?

    func handlerAdded(context: ChannelHandlerContext) { start(context) }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
      timer?.cancel()
      context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      if case .end = unwrapInboundIn(data) { timer?.cancel() }
      context.fireChannelRead(data)
    }

    func write(
      context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
      if case .end = unwrapOutboundIn(data) { start(context) }
      context.write(data, promise: promise)
    }

    private func start(_ context: ChannelHandlerContext) {
      timer?.cancel()
      let channel = context.channel
      timer = context.eventLoop.scheduleTask(in: Self.limit) { channel.close(promise: nil) }
    }
  }
#endif
