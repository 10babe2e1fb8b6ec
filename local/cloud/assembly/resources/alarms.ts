import { alarmProperties, readAlarm } from "../../cloudwatch/alarm-definition.ts";
import { metricFilterProperties, readMetricFilter } from "../../cloudwatch/metric-filter.ts";
import { type Deployer, physicalName, readProperties } from "../deployer.ts";

export const deployAlarm: Deployer = (resource, { alarms, context }) => {
  const alarm = readAlarm(
    readProperties(alarmProperties(resource.properties), resource),
    physicalName(resource, 255),
  );
  alarms.push(alarm);
  const arn = `arn:aws:cloudwatch:${context.region}:${context.account}:alarm:${alarm.name}`;
  return { ref: alarm.name, attributes: { Arn: arn } };
};

export const deployMetricFilter: Deployer = (resource, { metricFilters }) => {
  metricFilters.push(readMetricFilter(readProperties(metricFilterProperties, resource)));
  return { ref: resource.physicalName };
};
