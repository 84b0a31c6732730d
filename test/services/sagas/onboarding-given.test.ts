import { describe, expect, it } from 'vitest';
import { resolveConfig } from '#domain/services/service-config';
import { onboarding } from '#sagas/services/onboarding';
import { sagaStory } from '#test/support/spec';

const created = (tier: 'lite' | 'pro' = 'pro') => ({
  subscription_id: 1,
  site_id: 11,
  account_id: 1,
  tier,
  monthly_price_cents: 39_900,
  articles_per_month: tier === 'pro' ? 30 : 10,
  service_config: resolveConfig(tier, {}),
});
const NOW = '2026-06-17T10:00:00.000Z';

function story(zone?: string, tier: 'lite' | 'pro' = 'pro') {
  const told = sagaStory(onboarding, zone);
  const { tell } = told;
  return {
    ...told,
    create: (at = NOW) => tell('ManagedSubscriptionCreated', created(tier), at),
    found: (connected: boolean, has_blueprint: boolean, attempt = 1, at = NOW) =>
      tell('EffectSucceeded', { name: `look_up#${attempt}`, result: { connected, has_blueprint } }, at),
    succeed: (name: string, at = NOW) => tell('EffectSucceeded', { name, result: {} }, at),
    fail: (name: string, at = NOW) =>
      tell('EffectAttemptFailed', { name, error: 'no answer', next_attempt_at: '2026-06-17T10:01:00.000Z' }, at),
    park: (name: string, at = NOW) => tell('EffectParked', { name, error: 'no answer' }, at),
    fire: (name: string, at: string) => tell('TimerFired', { name }, at),
    ask: (at = NOW) => tell('OnboardingRequested', { subscription_id: 1 }, at),
    connect: (at = NOW) => tell('SiteIntegrationConnected', { site_id: 11 }, at),
    blueprint: (at = NOW) => tell('BlueprintGenerated', { site_id: 11 }, at),
    cancel: (at = NOW) => tell('ManagedSubscriptionCancelled', { subscription_id: 1 }, at),
    status: () => (told.state() as { status: string }).status,
    keys: () => told.steps().flatMap((step) => (step.do === 'effect' ? [step.key] : [])),
  };
}
/** As far as the named step, which has just been begun. */
function upTo(step: 'ensure_blueprint' | 'configure_automation' | 'send_welcome_email' | 'notify' | 'activate') {
  const s = story();
  s.create();
  s.found(true, step !== 'ensure_blueprint');
  if (step === 'ensure_blueprint' || step === 'configure_automation') return s;
  s.succeed('configure_automation#1');
  if (step === 'send_welcome_email') return s;
  s.succeed('send_welcome_email#1');
  s.succeed('create_first_month_content#1');
  if (step === 'notify') return s;
  s.succeed('notify_account_manager#1');
  return s;
}

describe('where services are switched off', () => {
  const off = (s: ReturnType<typeof story>, attempt = 1) =>
    s.tell(
      'EffectSucceeded',
      { name: `look_up#${attempt}`, result: { connected: true, has_blueprint: true, enabled: false } },
      NOW,
    );

  it('begins no work, also when the plugin is connected, until somebody asks for another look', () => {
    const s = story();
    s.create();
    expect(off(s)).toEqual(['OnboardingStepBlocked verify_integration#1 switched_off']);
    expect(s.connect()).toEqual([]);
    expect(s.ask()).toEqual(['OnboardingStepStarted verify_integration#2', 'effect look_up_site look_up#2']);
    expect(off(s, 2)).toEqual(['OnboardingStepBlocked verify_integration#2 switched_off']);
    s.ask();
    expect(s.found(true, true, 3)[0]).toBe('OnboardingStepCompleted verify_integration#3');
    expect(s.keys()).toContain('onboarding-1-configure_automation');
  });
});

describe('a contract that ran before it came here', () => {
  it('is not onboarded', () => {
    const begins = onboarding.starts['ManagedSubscriptionCreated'];
    const imported = { reference: 'crm-1', started_on: '2026-03-10' };
    expect(begins?.({ ...created(), imported })).toBeNull();
    expect(begins?.(created())).toMatchObject({ instance: '1' });
  });
});

describe('from creation to activation', () => {
  it('takes step after step, each begun when the one before is done', () => {
    const s = story();
    expect(s.create()).toEqual(['OnboardingStepStarted verify_integration#1', 'effect look_up_site look_up#1']);
    expect(s.found(true, true)).toEqual([
      'OnboardingStepCompleted verify_integration#1',
      'OnboardingStepStarted ensure_blueprint#1',
      'OnboardingStepCompleted ensure_blueprint#1',
      'OnboardingStepStarted configure_automation#1',
      'effect work_request configure_automation#1',
    ]);
    expect(s.succeed('configure_automation#1')).toEqual([
      'OnboardingStepCompleted configure_automation#1',
      'OnboardingStepStarted send_welcome_email#1',
      'effect email send_welcome_email#1',
    ]);
    expect(s.succeed('send_welcome_email#1')).toEqual([
      'OnboardingStepCompleted send_welcome_email#1',
      'OnboardingStepStarted create_first_month_content#1',
      'effect work_request create_first_month_content#1',
    ]);
    expect(s.succeed('create_first_month_content#1')).toEqual([
      'OnboardingStepCompleted create_first_month_content#1',
      'OnboardingStepStarted notify_account_manager#1',
      'effect email notify_account_manager#1',
    ]);
    expect(s.succeed('notify_account_manager#1')).toEqual([
      'OnboardingStepCompleted notify_account_manager#1',
      'OnboardingStepStarted activate#1',
      'effect activate_subscription activate#1',
    ]);
    expect(s.succeed('activate#1')).toEqual(['OnboardingStepCompleted activate#1']);
    expect(s.status()).toBe('done');
    expect(new Set(s.keys()).size).toBe(s.keys().length);
  });

  it('asks for what each step is about', () => {
    const s = upTo('activate');
    expect(s.effect('configure_automation#1')).toMatchObject({
      payload: {
        subscription_id: 1,
        site_id: 11,
        kind: 'automation.configure',
        tier: 'pro',
        service_config: created().service_config,
      },
    });
    expect(s.effect('send_welcome_email#1')).toMatchObject({ payload: { template: 'welcome', to: 'client' } });
    expect(s.effect('create_first_month_content#1')).toMatchObject({
      payload: { kind: 'content.plan', target: 14, hubs_first: true, from: '2026-06-17', to: '2026-06-30' },
    });
    expect(s.effect('notify_account_manager#1')).toMatchObject({
      payload: { template: 'client_onboarded', to: 'account_manager' },
    });
  });

  it('plans Lite without hubs first, and its share of ten articles', () => {
    const s = story('UTC', 'lite');
    s.create();
    s.found(true, true);
    s.succeed('configure_automation#1');
    s.succeed('send_welcome_email#1', '2026-07-31T22:00:00.000Z');
    expect(s.effect('create_first_month_content#1')).toMatchObject({
      payload: { target: 1, hubs_first: false, from: '2026-07-31', to: '2026-07-31' },
    });
  });

  it('goes by the terms as they were last changed', () => {
    const s = upTo('configure_automation');
    const config = resolveConfig('pro', { automation: { schedule: 'daily' } });
    expect(s.tell('ServiceConfigChanged', { subscription_id: 1, service_config: config })).toEqual([]);
    s.park('configure_automation#1');
    s.ask();
    expect(s.effect('configure_automation#2')).toMatchObject({ payload: { service_config: config } });
    const lite = resolveConfig('lite', {});
    s.tell('ManagedSubscriptionTierChanged', {
      subscription_id: 1,
      tier: 'lite',
      service_config: lite,
      articles_per_month: 10,
    });
    s.succeed('configure_automation#2');
    s.succeed('send_welcome_email#1');
    expect(s.effect('create_first_month_content#1')).toMatchObject({ payload: { target: 5, hubs_first: false } });
  });
});

describe('a site that is not connected', () => {
  const missing = () => {
    const s = story();
    s.create();
    return s;
  };
  it('blocks, tells client and manager once, and sets a reminder in three days', () => {
    const s = missing();
    expect(s.found(false, false)).toEqual([
      'OnboardingStepBlocked verify_integration#1 integration_missing',
      'effect email integration/notice/client',
      'effect email integration/notice/account_manager',
      'timer verify_integration/reminder 2026-06-20T10:00:00.000Z',
    ]);
    expect(s.fire('verify_integration/reminder', '2026-06-20T10:00:00.000Z')).toEqual([
      'effect email integration/reminder/client',
      'effect email integration/reminder/account_manager',
    ]);
    expect(s.timers()).toHaveLength(1);
    s.ask('2026-06-21T10:00:00.000Z');
    expect(s.found(false, false, 2, '2026-06-21T10:00:00.000Z')).toEqual([
      'OnboardingStepBlocked verify_integration#2 integration_missing',
    ]);
  });

  it('goes on by itself when the fact comes, and is not reminded any more', () => {
    const s = missing();
    s.found(false, false);
    expect(s.connect('2026-06-18T08:00:00.000Z')).toEqual([
      'cancel_timer verify_integration/reminder',
      'OnboardingStepCompleted verify_integration#1',
      'OnboardingStepStarted ensure_blueprint#1',
      'effect work_request ensure_blueprint#1',
      'timer ensure_blueprint#1 2026-06-19T08:00:00.000Z',
    ]);
    expect(s.fire('verify_integration/reminder', '2026-06-20T10:00:00.000Z')).toEqual([]);
    expect(s.connect('2026-06-21T08:00:00.000Z')).toEqual([]);
  });

  it('that connects before the look-up answers goes on at once, and the late answer still tells of the blueprint', () => {
    const s = missing();
    expect(s.connect()).toContain('OnboardingStepStarted ensure_blueprint#1');
    expect(s.found(false, true)).toEqual([
      'cancel_timer ensure_blueprint#1',
      'cancel_effect ensure_blueprint#1',
      'OnboardingStepCompleted ensure_blueprint#1',
      'OnboardingStepStarted configure_automation#1',
      'effect work_request configure_automation#1',
    ]);
  });

  it('that disconnects while it waits keeps waiting', () => {
    const s = missing();
    s.found(false, false);
    expect(s.tell('SiteIntegrationDisconnected', { site_id: 11 })).toEqual([]);
    expect(s.connect()).toContain('OnboardingStepCompleted verify_integration#1');
  });

  it('is reminded of also when somebody has just asked for another look', () => {
    const s = missing();
    s.found(false, false);
    s.ask('2026-06-20T09:59:59.000Z');
    expect(s.fire('verify_integration/reminder', '2026-06-20T10:00:00.000Z')).toEqual([
      'effect email integration/reminder/client',
      'effect email integration/reminder/account_manager',
    ]);
  });

  it('tells client and manager also where the first look-up could not be made', () => {
    const s = missing();
    s.park('look_up#1');
    s.ask();
    expect(s.found(false, false, 2)).toEqual(
      expect.arrayContaining([
        'effect email integration/notice/client',
        'effect email integration/notice/account_manager',
      ]),
    );
  });

  it.each([
    ['the clocks go forward', '2026-03-29T10:00:00.000Z', '2026-04-01T10:00:00.000Z'],
    ['the clocks go back', '2026-10-25T22:30:00.000Z', '2026-10-28T22:30:00.000Z'],
    ['nothing happens', '2026-06-17T10:00:00.000Z', '2026-06-20T10:00:00.000Z'],
    ['the clocks go forward in between', '2026-03-27T10:00:00.000Z', '2026-03-30T09:00:00.000Z'],
  ])('is reminded at the same local time three days later when %s', (_, at, reminded) => {
    const s = story('Europe/Berlin');
    s.create(at);
    s.found(false, false, 1, at);
    expect(s.timers()).toEqual([`verify_integration/reminder ${reminded}`]);
  });
});

describe('a site without blueprint', () => {
  it('has one asked for three times a day apart, each a request of its own, then blocks', () => {
    const s = upTo('ensure_blueprint');
    expect(s.steps().slice(-2)).toMatchObject([
      {
        do: 'effect',
        name: 'ensure_blueprint#1',
        key: 'onboarding-1-ensure_blueprint-1',
        payload: { kind: 'blueprint.generate', site_id: 11 },
      },
      { do: 'timer', at: '2026-06-18T10:00:00.000Z' },
    ]);
    expect(s.succeed('ensure_blueprint#1')).toEqual([]);
    expect(s.fire('ensure_blueprint#1', '2026-06-18T10:00:00.000Z')).toEqual([
      'cancel_effect ensure_blueprint#1',
      'OnboardingStepStarted ensure_blueprint#2',
      'effect work_request ensure_blueprint#2',
      'timer ensure_blueprint#2 2026-06-19T10:00:00.000Z',
    ]);
    expect(s.fire('ensure_blueprint#2', '2026-06-19T10:00:00.000Z')).toContain(
      'effect work_request ensure_blueprint#3',
    );
    expect(s.fire('ensure_blueprint#3', '2026-06-20T10:00:00.000Z')).toEqual([
      'cancel_effect ensure_blueprint#3',
      'OnboardingStepBlocked ensure_blueprint#3 blueprint_missing',
    ]);
    expect(new Set(s.keys()).size).toBe(s.keys().length);
    expect(s.blueprint('2026-06-25T10:00:00.000Z')).toContain('OnboardingStepCompleted ensure_blueprint#3');
  });

  it('is asked for three times more by hand', () => {
    const s = upTo('ensure_blueprint');
    for (const n of [1, 2, 3]) s.fire(`ensure_blueprint#${n}`, `2026-06-${17 + n}T10:00:00.000Z`);
    expect(s.ask('2026-06-22T10:00:00.000Z')).toEqual([
      'OnboardingStepStarted ensure_blueprint#4',
      'effect work_request ensure_blueprint#4',
      'timer ensure_blueprint#4 2026-06-23T10:00:00.000Z',
    ]);
    s.fire('ensure_blueprint#4', '2026-06-23T10:00:00.000Z');
    s.fire('ensure_blueprint#5', '2026-06-24T10:00:00.000Z');
    expect(s.fire('ensure_blueprint#6', '2026-06-25T10:00:00.000Z')).toContain(
      'OnboardingStepBlocked ensure_blueprint#6 blueprint_missing',
    );
  });

  it('goes on when the fact comes, and asks no more', () => {
    const s = upTo('ensure_blueprint');
    expect(s.blueprint()).toEqual([
      'cancel_timer ensure_blueprint#1',
      'cancel_effect ensure_blueprint#1',
      'OnboardingStepCompleted ensure_blueprint#1',
      'OnboardingStepStarted configure_automation#1',
      'effect work_request configure_automation#1',
    ]);
    expect(s.fire('ensure_blueprint#1', '2026-06-18T10:00:00.000Z')).toEqual([]);
    expect(s.blueprint()).toEqual([]);
  });

  it('whose fact came before its turn asks nothing', () => {
    const s = story();
    s.create();
    expect(s.blueprint()).toEqual([]);
    expect(s.found(true, false)).toContain('OnboardingStepCompleted ensure_blueprint#1');
    expect(s.keys().filter((key) => key.includes('ensure_blueprint'))).toEqual([]);
  });

  it('passes over a timer of an earlier ask', () => {
    const s = upTo('ensure_blueprint');
    s.fire('ensure_blueprint#1', '2026-06-18T10:00:00.000Z');
    expect(s.fire('ensure_blueprint#1', '2026-06-18T10:00:01.000Z')).toEqual([]);
  });
});

describe('trouble with an effect', () => {
  it.each([
    ['configure_automation', 'configure_automation'],
    ['send_welcome_email', 'send_welcome_email'],
    ['ensure_blueprint', 'ensure_blueprint'],
    ['notify', 'notify_account_manager'],
    ['activate', 'activate'],
  ] as const)('at %s is recorded as failed each time, and as blocked when given up', (place, step) => {
    const s = upTo(place);
    expect(s.fail(`${step}#1`)).toEqual([`OnboardingStepFailed ${step}#1`]);
    expect(s.steps().at(-1)).toMatchObject({
      event: { data: { attempt: 1, error: 'no answer', next_retry_at: '2026-06-17T10:01:00.000Z' } },
    });
    expect(s.fail(`${step}#1`)).toEqual([`OnboardingStepFailed ${step}#2`]);
    expect(s.park(`${step}#1`)).toEqual([`OnboardingStepBlocked ${step}#3 effect_failed`]);
    expect(s.steps().at(-1)).toMatchObject({ event: { data: { error: 'no answer' } } });
  });

  it('counts every try, on from the one before where it is asked for again', () => {
    const s = upTo('configure_automation');
    const tried = (type: string, attempt: number, ask: number) =>
      s.tell(type, { name: `configure_automation#${ask}`, attempt, error: 'no answer', next_attempt_at: NOW });
    expect([1, 2, 3].flatMap((attempt) => tried('EffectAttemptFailed', attempt, 1))).toEqual([
      'OnboardingStepFailed configure_automation#1',
      'OnboardingStepFailed configure_automation#2',
      'OnboardingStepFailed configure_automation#3',
    ]);
    expect(tried('EffectParked', 4, 1)).toEqual(['OnboardingStepBlocked configure_automation#4 effect_failed']);
    // The fifth try is the second thing that is asked for; its own tries begin with 1.
    expect(s.ask()).toEqual([
      'OnboardingStepStarted configure_automation#5',
      'effect work_request configure_automation#2',
    ]);
    expect(tried('EffectAttemptFailed', 1, 2)).toEqual(['OnboardingStepFailed configure_automation#5']);
    expect(tried('EffectSucceeded', 2, 2)).toContain('OnboardingStepCompleted configure_automation#6');
  });

  it('does not bring the asks for a blueprint nearer to their end', () => {
    const s = upTo('ensure_blueprint');
    for (const _ of [1, 2, 3]) s.fail('ensure_blueprint#1');
    expect(s.fire('ensure_blueprint#1', '2026-06-18T10:00:00.000Z')).toEqual([
      'cancel_effect ensure_blueprint#1',
      'OnboardingStepStarted ensure_blueprint#4',
      'effect work_request ensure_blueprint#2',
      'timer ensure_blueprint#2 2026-06-19T10:00:00.000Z',
    ]);
    s.fire('ensure_blueprint#2', '2026-06-19T10:00:00.000Z');
    expect(s.fire('ensure_blueprint#3', '2026-06-20T10:00:00.000Z')).toContain(
      'OnboardingStepBlocked ensure_blueprint#5 blueprint_missing',
    );
  });

  it('is over when a later attempt succeeds', () => {
    const s = upTo('configure_automation');
    s.fail('configure_automation#1');
    expect(s.succeed('configure_automation#1')).toContain('OnboardingStepCompleted configure_automation#2');
  });

  it('of the look-up belongs to the first step', () => {
    const s = story();
    s.create();
    expect(s.fail('look_up#1')).toEqual(['OnboardingStepFailed verify_integration#1']);
    expect(s.park('look_up#1')).toEqual(['OnboardingStepBlocked verify_integration#2 effect_failed']);
    expect(s.ask()).toEqual(['OnboardingStepStarted verify_integration#3', 'effect look_up_site look_up#2']);
    expect(s.found(true, true, 2)).toContain('OnboardingStepCompleted verify_integration#3');
  });

  it('of a notice to people blocks nothing', () => {
    const s = story();
    s.create();
    s.found(false, false);
    expect(s.fail('integration/notice/client')).toEqual([]);
    expect(s.park('integration/notice/client')).toEqual([]);
    expect(s.connect()).toContain('OnboardingStepCompleted verify_integration#1');
  });

  it('of an e-mail whose outcome stays unknown completes with outcome unknown, and it is not sent again', () => {
    const s = upTo('send_welcome_email');
    expect(s.tell('EffectOutcomeUnknown', { name: 'send_welcome_email#1', error: 'connection lost' })).toEqual([
      'OnboardingStepCompleted send_welcome_email#1 unknown',
      'OnboardingStepStarted create_first_month_content#1',
      'effect work_request create_first_month_content#1',
    ]);
    expect(s.ask()).toEqual([]);
    expect(s.keys().filter((key) => key === 'onboarding-1-send_welcome_email')).toHaveLength(1);
  });
});

describe('onboarding asked for by hand', () => {
  it('takes up the blocked step only, under the key that the receiver knows', () => {
    const s = upTo('activate');
    s.park('activate#1');
    expect(s.ask()).toEqual(['OnboardingStepStarted activate#2', 'effect activate_subscription activate#2']);
    expect(s.effect('activate#2')).toMatchObject({ key: 'onboarding-1-activate' });
    expect(s.succeed('activate#2')).toEqual(['OnboardingStepCompleted activate#2']);
    expect(s.status()).toBe('done');
  });

  it('takes nothing twice: what was tried again by people after all completes once', () => {
    const s = upTo('configure_automation');
    s.park('configure_automation#1');
    s.ask();
    expect(s.succeed('configure_automation#1')).toContain('OnboardingStepStarted send_welcome_email#1');
    expect(s.succeed('configure_automation#2')).toEqual([]);
    expect(s.keys().filter((key) => key === 'onboarding-1-send_welcome_email')).toHaveLength(1);
  });

  it.each(['ensure_blueprint', 'configure_automation', 'send_welcome_email', 'notify', 'activate'] as const)(
    'changes nothing while %s is under way',
    (place) => {
      const s = upTo(place);
      expect(s.ask()).toEqual([]);
    },
  );

  it('changes nothing when all is done', () => {
    const s = upTo('activate');
    s.succeed('activate#1');
    expect([s.ask(), s.cancel(), s.connect(), s.blueprint(), s.fail('activate#1')]).toEqual([[], [], [], [], []]);
  });
});

describe('cancelling', () => {
  it.each([
    ['configure_automation', 'configure_automation'],
    ['send_welcome_email', 'send_welcome_email'],
    ['notify', 'notify_account_manager'],
    ['activate', 'activate'],
  ] as const)('at %s stops and calls off what was asked for', (place, step) => {
    const s = upTo(place);
    expect(s.cancel()).toEqual([`OnboardingStopped ${step} cancelled`, `cancel_effect ${step}#1`]);
    expect(s.status()).toBe('stopped');
    expect([s.succeed(`${step}#1`), s.park(`${step}#1`), s.ask(), s.connect(), s.blueprint()]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it('calls off the blueprint’s next ask', () => {
    const s = upTo('ensure_blueprint');
    expect(s.cancel()).toEqual([
      'OnboardingStopped ensure_blueprint cancelled',
      'cancel_effect ensure_blueprint#1',
      'cancel_timer ensure_blueprint#1',
    ]);
    expect(s.fire('ensure_blueprint#1', '2026-06-18T10:00:00.000Z')).toEqual([]);
  });

  it('calls off the reminder', () => {
    const s = story();
    s.create();
    s.found(false, false);
    expect(s.cancel()).toContain('cancel_timer verify_integration/reminder');
    expect(s.fire('verify_integration/reminder', '2026-06-20T10:00:00.000Z')).toEqual([]);
  });

  it('calls off the look-up that is under way', () => {
    const s = story();
    s.create();
    expect(s.cancel()).toContain('cancel_effect look_up#1');
  });

  it('calls off only what was asked for', () => {
    for (const s of [upTo('ensure_blueprint'), upTo('activate'), story()]) {
      if (s.steps().length === 0) s.create();
      s.cancel();
      const asked = new Set(s.steps().flatMap((step) => (step.do === 'effect' ? [step.name] : [])));
      expect(s.steps().filter((step) => step.do === 'cancel_effect' && !asked.has(step.name))).toEqual([]);
    }
  });
});

describe('inputs that come again', () => {
  it('are passed over, whatever they are', () => {
    const s = sagaStory(onboarding);
    const inputs: [string, object][] = [
      ['ManagedSubscriptionCreated', created()],
      ['EffectSucceeded', { name: 'look_up#1', result: { connected: true, has_blueprint: true } }],
      ['EffectAttemptFailed', { name: 'configure_automation#1', error: 'x', next_attempt_at: NOW }],
      ['EffectParked', { name: 'configure_automation#1', error: 'x' }],
      ['OnboardingRequested', { subscription_id: 1 }],
      ['EffectSucceeded', { name: 'configure_automation#2', result: {} }],
    ];
    for (const [index, [type, data]] of inputs.entries()) {
      expect(s.tell(type, data, NOW, `id-${index}`).length).toBeGreaterThan(0);
      for (const [earlier, [again, its]] of inputs.slice(0, index + 1).entries())
        expect(s.tell(again, its, NOW, `id-${earlier}`)).toEqual([]);
    }
  });

  it('are harmless also as news of their own: facts and answers said twice ask for nothing twice', () => {
    const s = upTo('activate');
    const before = s.keys();
    for (const name of ['configure_automation#1', 'send_welcome_email#1', 'notify_account_manager#1'])
      expect([s.succeed(name), s.fail(name), s.park(name)]).toEqual([[], [], []]);
    expect([s.connect(), s.blueprint(), s.found(true, true)]).toEqual([[], [], []]);
    expect(s.keys()).toEqual(before);
  });
});
