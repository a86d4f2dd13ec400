import { Component, type ReactNode } from "react";
import { ProblemPage } from "../problem/problem-page.js";

/** Shows a page that helps when a part of the desk throws while it draws. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <ProblemPage kind="failed" /> : this.props.children;
  }
}
