namespace Tidy.Tool.Sarif;

internal sealed record SarifInvocation(bool ExecutionSuccessful, int ExitCode, SarifNotification[] ToolExecutionNotifications);
