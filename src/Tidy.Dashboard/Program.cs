using Tidy.Dashboard.Hosting;

return await DashboardServer.RunAsync(args, Console.In, Console.Out);
