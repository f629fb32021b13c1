import { publicEventTypes, publicSchema, type PublicEventType } from '@ledgerline/domain';

type Json = Readonly<Record<string, unknown>>;

const text = { type: 'string' };
/** The attributes of CloudEvents that every event has; `position` and `version` are extensions. */
const attributes: Readonly<Record<string, Json>> = {
  specversion: { const: '1.0' },
  id: { ...text, description: 'The same on every delivery, by whatever way: who has it passes it over' },
  source: { ...text, format: 'uri-reference' },
  type: { ...text, enum: types().map(({ type }) => type) },
  subject: { ...text, description: 'The ticket' },
  time: { ...text, format: 'date-time' },
  dataschema: { ...text, format: 'uri' },
  position: { ...text, description: 'Where to go on after it' },
  version: { type: 'integer', minimum: 1, description: "Of the event within its ticket's stream" },
};

function types(): readonly PublicEventType[] {
  return Object.values(publicEventTypes);
}

/**
 * AsyncAPI 3.0, made from the public event types: `feed.{site}.{type}` on NATS (binary mode), the same live by server-sent events and as webhooks (structured mode).
 * `docs/asyncapi.yaml` is this document; a spec holds the two together.
 */
export function asyncApiDocument(): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'The public feed of Ledgerline',
      version: '1',
      description:
        'What happens to tickets, as CloudEvents, in the order of the log. Types keep their meaning for ever; members may be added. Nothing in it is personal, unless the reader has the scope `personal` (HTTP and webhooks).',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      nats: { host: 'nats.example.com:4222', protocol: 'nats', description: 'JetStream stream FEED_{site}' },
      http: {
        host: 'ledgerline.example.com',
        pathname: '/api/v1',
        protocol: 'https',
        security: [{ $ref: '#/components/securitySchemes/bearer' }],
      },
    },
    channels: { ...Object.fromEntries(types().map(natsChannel)), live, webhook },
    operations: {
      ...Object.fromEntries(types().map(natsOperation)),
      live: {
        action: 'send',
        channel: { $ref: '#/channels/live' },
        summary: 'Server-sent events, from Last-Event-ID or `after` on',
      },
      webhook: { action: 'send', channel: { $ref: '#/channels/webhook' }, summary: 'A signed call an event' },
    },
    components: {
      messages: { ...Object.fromEntries(types().map(binaryMessage)), CloudEvent: structuredMessage, WebhookCall: webhookMessage },
      schemas: { ...Object.fromEntries(types().map(payload)), Attributes: binaryAttributes, CloudEvent: structured },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function natsChannel({ type }: PublicEventType) {
  const channel = {
    address: `feed.{site}.${type}`,
    servers: [{ $ref: '#/servers/nats' }],
    parameters: { site: { description: 'Code of the site whose log it is', default: 'main' } },
    messages: { [nameOf(type)]: { $ref: `#/components/messages/${nameOf(type)}` } },
  };
  return [nameOf(type), channel] as const;
}

function natsOperation({ type }: PublicEventType) {
  return [nameOf(type), { action: 'send', channel: { $ref: `#/channels/${nameOf(type)}` } }] as const;
}

/** Names of AsyncAPI's components have no dots in some tools. */
function nameOf(type: string): string {
  return type.replace(/^ledgerline\./, '').replaceAll('.', '-');
}

function binaryMessage({ type }: PublicEventType) {
  const message = {
    name: type,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/Attributes' },
    payload: { $ref: `#/components/schemas/${nameOf(type)}` },
  };
  return [nameOf(type), message] as const;
}

function payload(known: PublicEventType) {
  const { $schema: _draft, $id: _id, ...schema } = publicSchema(known);
  return [nameOf(known.type), schema] as const;
}

const dataContentType = { const: 'application/json' };

/** As headers of NATS: `ce-` before the name, all of them text. */
const binaryAttributes = {
  type: 'object',
  required: [...Object.keys(attributes), 'datacontenttype'].map((name) => `ce-${name}`),
  properties: Object.fromEntries(
    Object.entries({ ...attributes, datacontenttype: dataContentType }).map(([name, schema]) => [
      `ce-${name}`,
      name === 'version' ? { ...text, pattern: '^[1-9][0-9]*$' } : schema,
    ]),
  ),
};

const structured = {
  type: 'object',
  required: [...Object.keys(attributes), 'datacontenttype', 'data'],
  properties: {
    ...attributes,
    datacontenttype: dataContentType,
    data: { type: 'object', description: 'As the schema of its type says' },
  },
};
const structuredMessage = {
  name: 'CloudEvent',
  contentType: 'application/cloudevents+json',
  payload: { $ref: '#/components/schemas/CloudEvent' },
};
const webhookMessage = {
  ...structuredMessage,
  name: 'WebhookCall',
  headers: {
    type: 'object',
    required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    properties: {
      'webhook-id': { ...text, description: 'The id of the event' },
      'webhook-timestamp': { ...text, pattern: '^[0-9]+$' },
      'webhook-signature': {
        ...text,
        description: 'Standard Webhooks: `v1,` and base64 of HMAC-SHA-256; several while a secret is changed',
      },
    },
  },
};
const live = {
  address: '/events/stream',
  servers: [{ $ref: '#/servers/http' }],
  messages: { CloudEvent: { $ref: '#/components/messages/CloudEvent' } },
};
/** The address is the receiver's own. */
const webhook = { address: null, messages: { WebhookCall: { $ref: '#/components/messages/WebhookCall' } } };
