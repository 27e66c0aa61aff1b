using IncidentServerless.Cdk;

return args is [] ? Synthesis.Run(Console.Error) : Synthesis.Run(args, Console.Error);
