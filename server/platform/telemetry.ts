/**
 * Traces for OpenTelemetry: a span for each request, transaction, statement and round of the worker, sent by OTLP where
 * OTEL_EXPORTER_OTLP_ENDPOINT says. Spans name routes and statements, never what was asked for or about whom. Without that
 * setting the exporter is not even loaded, and a span costs nothing.
 */
import { type Attributes, context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Milliseconds what is left may take to arrive when the process ends. */
const LAST_WORDS = 3000;

const tracer = () => trace.getTracer('gongshui');
const isOn = (): boolean => trace.getActiveSpan()?.isRecording() === true;

/**
 * Starts sending, if the environment names a receiver.
 * @param service `service.name` unless OTEL_SERVICE_NAME says otherwise
 * @returns how to send what is left and end
 */
export async function startTelemetry(service: string, env: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT && !env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return async () => undefined;
  const [
    { AsyncLocalStorageContextManager },
    { W3CTraceContextPropagator },
    { OTLPTraceExporter },
    { resourceFromAttributes },
  ] = await Promise.all([
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const { BatchSpanProcessor, TracerProvider } = await import('@opentelemetry/sdk-trace');
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': env.OTEL_SERVICE_NAME ?? service, 'process.pid': process.pid }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return async () => {
    const late = new Promise<void>((resolve) => setTimeout(resolve, LAST_WORDS).unref());
    await Promise.race([provider.shutdown().catch(() => undefined), late]);
    trace.disable();
    context.disable();
    propagation.disable();
  };
}

/** A span of each request, under the caller's where it brings one (`traceparent`). What the request logs names its trace. */
export function traceRequests(app: FastifyInstance): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', (request, _reply, done) => {
    const caller = propagation.extract(context.active(), request.headers);
    const span = tracer().startSpan(request.method, { kind: SpanKind.SERVER }, caller);
    if (!span.isRecording()) return done();
    spans.set(request, span);
    request.log = request.log.child({ trace: span.spanContext().traceId });
    context.with(trace.setSpan(caller, span), done);
  });
  app.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request);
    if (!span) return;
    const route = request.routeOptions.url;
    if (route !== undefined) span.updateName(`${request.method} ${route}`).setAttribute('http.route', route);
    span.setAttributes({
      'http.request.method': request.method,
      'http.response.status_code': reply.statusCode,
    });
    if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
}

/** A span around a piece of work, if one is being recorded around it. */
export async function traced<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  if (!isOn()) return work();
  return tracer().startActiveSpan(name, { kind: SpanKind.CLIENT, attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      // its message may quote what it was about
      span.setStatus({ code: SpanStatusCode.ERROR });
      const { code } = error as { code?: unknown };
      if (typeof code === 'string') span.setAttribute('error.type', code);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A span of its own for work that was done: whoever has nothing to do says nothing. @param began milliseconds since 1970 */
export function traceDone(name: string, began: number, attributes: Attributes): void {
  tracer().startSpan(name, { root: true, startTime: began, attributes }).end();
}
