package io.ordercore.bootstrap.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a connection between the decoder and Vert.x, and answers purchases there that would be turned away: with bytes made
 * before, and without any of what a request costs from there on. Everything else passes, in its order: a purchase is answered
 * here only if nothing before it is still to be answered, and if all of it has come at once.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the connection
final class PurchaseGate extends ChannelDuplexHandler {
    private static final String ENCODER = "httpEncoder";

    /** Who is turned away. */
    interface Keeper {
        /** Whether anybody is, at this moment. */
        boolean isTurningAway();

        /** The whole answer to a purchase that is turned away, not to be released; null if it may pass. */
        @Nullable
        ByteBuf refusal(HttpRequest head, ByteBuf body);
    }

    private final Keeper keeper;
    private @Nullable HttpRequest held;
    private int underWay;

    private PurchaseGate(Keeper keeper) {
        this.keeper = keeper;
        this.underWay = 1;
    }

    /** Puts a gate into a connection that has none; to be called when its first request begins. */
    static void guard(HttpConnection connection, Keeper keeper) {
        if (connection instanceof ConnectionBase open) {
            ChannelPipeline pipeline = open.channel().pipeline();
            ChannelHandlerContext vertx = pipeline.context(VertxHandler.class);
            if (vertx != null && pipeline.get(PurchaseGate.class) == null && pipeline.get(ENCODER) != null) {
                pipeline.addBefore(vertx.name(), null, new PurchaseGate(keeper));
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            letPass(context);
            held = request;
            if (underWay > 0 || !isPurchase(request) || !keeper.isTurningAway()) {
                letPass(context);
            }
        } else if (held == null || !isRefused(context, held, message)) {
            letPass(context);
            context.fireChannelRead(message);
        }
    }

    private static boolean isPurchase(HttpRequest request) {
        return request.method().equals(HttpMethod.POST)
                && request.uri().equals("/purchases")
                && request.decoderResult().isSuccess()
                && HttpUtil.isKeepAlive(request);
    }

    private boolean isRefused(ChannelHandlerContext context, HttpRequest request, Object message) {
        if (!(message instanceof LastHttpContent body)) {
            return false;
        }
        ByteBuf refusal = keeper.refusal(request, body.content());
        if (refusal == null) {
            return false;
        }
        held = null;
        body.release();
        context.pipeline().context(ENCODER).write(refusal.duplicate());
        return true;
    }

    private void letPass(ChannelHandlerContext context) {
        HttpRequest request = held;
        if (request != null) {
            held = null;
            underWay++;
            context.fireChannelRead(request);
        }
    }

    /** The rest of a purchase that has not come by now is awaited by those who have the patience for it. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        letPass(context);
        context.flush();
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean isInterim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !isInterim) {
            underWay--;
        }
        context.write(message, promise);
    }
}
