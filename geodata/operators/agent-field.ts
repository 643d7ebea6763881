/** The field under which the agent of "Agent, COMPANY" is kept with each record. */
export const AGENT_FIELD = 'agent';
