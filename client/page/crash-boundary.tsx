import { Component, type ReactNode } from 'react';
import { Crashed } from './crashed.tsx';

/** Keeps a mistake of ours from leaving an empty page. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}
