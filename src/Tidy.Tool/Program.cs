using Tidy.Tool;
using Tidy.Tool.Engine;

using var signals = new CancelSignals();
return (int)new TidyApp(new MachineEngine(), ToolConsole.OfThisProcess(), signals.Token).Run(args);
